import { useCallback, useEffect, useRef } from "react";
import type { BuilderStore, Person } from "#components/builder/store/builder-store.ts";
import type { ConsoleEvent } from "#server/live/console-bus.ts";

/** Often enough to see somebody come and go, seldom enough to cost nothing. */
const BEAT_MS = 10_000;
/** Who has not been heard of for this long has left without a word. */
const GONE_MS = 25_000;
const TELL_PAUSE_MS = 150;
const SWEEP_MS = 5_000;
const COLORS = 8;

export type Place = {
  readonly flowId: string | null;
  readonly nodeId: string | null;
  readonly cursor: { readonly x: number; readonly y: number } | null;
};

type PresenceDeps = {
  readonly store: BuilderStore;
  readonly clientId: string;
  tell(presence: Place & { readonly isLeaving: boolean }): void;
};

/** Says where this tab is, and keeps the list of who else is here. Nothing is told while nobody else has the bot open. */
export function usePresence({ store, clientId, tell }: PresenceDeps) {
  const others = useRef(new Map<string, Person & { readonly heardAt: number }>());
  const cursor = useRef<Place["cursor"]>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const sayNow = useCallback(
    (isLeaving = false) => {
      clearTimeout(timer.current);
      timer.current = undefined;
      const { flowId, selection } = store.getState();
      const [nodeId = null] = selection.nodes.size === 1 ? selection.nodes : [];
      tell({ flowId, nodeId, cursor: cursor.current, isLeaving });
    },
    [store, tell],
  );
  const say = useCallback(() => {
    if (others.current.size > 0) timer.current ??= setTimeout(sayNow, TELL_PAUSE_MS);
  }, [sayNow]);
  const show = useCallback(() => {
    const people = [...others.current.values()].map(({ heardAt: _heardAt, ...person }) => person);
    store.getState().setPeople(people);
  }, [store]);

  const hear = useCallback(
    (event: Extract<ConsoleEvent, { type: "presence" }>) => {
      if (event.clientId === clientId) return;
      const isNew = !others.current.has(event.clientId);
      if (event.isLeaving) others.current.delete(event.clientId);
      else {
        const { name, flowId, nodeId } = event;
        const person = { clientId: event.clientId, name, flowId, nodeId, cursor: event.cursor };
        others.current.set(event.clientId, {
          ...person,
          color: toColor(event.clientId),
          heardAt: Date.now(),
        });
        // A newcomer has heard of nobody yet.
        if (isNew) sayNow();
      }
      show();
    },
    [clientId, sayNow, show],
  );

  useEffect(() => {
    const stopWatching = store.subscribe((state, before) => {
      if (state.selection !== before.selection || state.flowId !== before.flowId) say();
    });
    const beat = setInterval(() => others.current.size > 0 && sayNow(), BEAT_MS);
    const sweep = setInterval(() => {
      const since = Date.now() - GONE_MS;
      const gone = [...others.current.values()].filter(({ heardAt }) => heardAt < since);
      for (const person of gone) others.current.delete(person.clientId);
      if (gone.length > 0) show();
    }, SWEEP_MS);
    const leave = () => sayNow(true);
    window.addEventListener("pagehide", leave);
    return () => {
      stopWatching();
      clearInterval(beat);
      clearInterval(sweep);
      clearTimeout(timer.current);
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [store, say, sayNow, show]);

  const moveCursor = useCallback(
    (at: Place["cursor"]) => {
      cursor.current = at;
      say();
    },
    [say],
  );
  return { hear, sayNow, moveCursor };
}

function toColor(clientId: string): number {
  return Number.parseInt(clientId.slice(0, 4), 16) % COLORS;
}
