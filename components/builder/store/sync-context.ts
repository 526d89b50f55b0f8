"use client";

import { createContext, useContext, useEffect, useEffectEvent } from "react";
import type { DraftSync } from "#components/builder/sync/draft-sync.ts";
import type { ConsoleEvent } from "#server/live/console-bus.ts";

type Hands = {
  /** Null while the page opens. */
  readonly sync: DraftSync | null;
  /** Tells the others where the pointer is, in canvas coordinates. */
  moveCursor(at: { readonly x: number; readonly y: number } | null): void;
  listen(listener: (event: ConsoleEvent) => void): () => void;
  readonly replayOf: string | null;
  /** This tab, as the others and the server know it. */
  readonly clientId: string;
};

export const SyncContext = createContext<Hands | null>(null);

export function useSync(): Hands {
  const hands = useContext(SyncContext);
  if (!hands) throw new Error("useSync is for parts of the builder");
  return hands;
}

/** Hears what happens around this bot elsewhere: a test run goes on, a release is halted, a comment is added. */
export function useConsoleNews(onNews: (event: ConsoleEvent) => void): void {
  const { listen } = useSync();
  const hear = useEffectEvent(onNews);
  useEffect(() => listen((event) => hear(event)), [listen]);
}
