import type { StoreApi } from "zustand/vanilla";
import type { Api, Session } from "./create-api.ts";
import type { TalkEvent, TalkState } from "./talk-state.ts";
import type { TalkStorage } from "./talk-storage.ts";

/** Time, chance and the browser, as the talk uses them. */
export type Surroundings = {
  now(): number;
  /** Runs later, unless the returned function is called first. */
  after(ms: number, run: () => void): () => void;
  chance(): number;
  createId(): string;
  /** Runs in one tab of this browser at a time, where the browser can do that. */
  exclusively<Value>(name: string, run: () => Promise<Value>): Promise<Value>;
};

export type TalkDeps = {
  readonly botKey: string;
  readonly api: Api;
  readonly storage: TalkStorage;
  readonly surroundings: Surroundings;
};

/** What sender and link share: one open talk, its view, and the way to say that the server no longer knows it. */
export type OpenTalk = {
  readonly deps: TalkDeps;
  readonly store: StoreApi<TalkState>;
  readonly session: Session;
  dispatch(event: TalkEvent): void;
  isLeft(): boolean;
  onLost(): void;
};

/** Wrong, foreign and deleted talks look the same from outside. */
export function isLostStatus(status: number): boolean {
  return status === 401 || status === 403 || status === 404;
}

export function wait(surroundings: Surroundings, ms: number): Promise<void> {
  return new Promise((resolve) => {
    surroundings.after(ms, resolve);
  });
}
