import type { BuilderStore } from "#components/builder/store/builder-store.ts";
import { applyOps } from "#flows/editing/apply-ops.ts";
import { diffOps } from "#flows/editing/diff-ops.ts";
import { mergeOps } from "#flows/editing/merge-ops.ts";
import type { Op } from "#flows/editing/op.ts";
import type { Bundle } from "#flows/kernel/flow.ts";
import type { DraftApi, SaveAnswer } from "./draft-api.ts";
import type { PendingStore } from "./pending-store.ts";
import { takeChunk } from "./take-chunk.ts";

/**
 * Keeps one open builder and the saved draft level.
 *
 * N1. What is to be saved is the difference between `base` (what the server is known to have) and the store's document; there
 *     is no queue that could be lost or sent in another order. Without a difference nothing is ever sent.
 * N2. One change is under way at a time, and it is sent again with the same id until it is answered: it is saved once.
 * N3. What is typed meanwhile is the difference to what was sent, and is merged onto the answer.
 * N4. What is not saved lies in this browser (`pending`) before it is sent, and is dropped there after it was answered.
 * N5. Documents come from elsewhere only through `mergeOps`: what is typed here is never overwritten unseen.
 */
export type DraftSync = {
  /** Saves what is there now, without the pause after typing. */
  flush(): void;
  /** Something was saved elsewhere, or may have been. */
  catchUp(rev: number | null): void;
  /** Tries again after the server refused or could not be reached. */
  retry(): void;
  readonly hasUnsaved: () => boolean;
  stop(): void;
};

type SyncDeps = {
  readonly store: BuilderStore;
  readonly api: DraftApi;
  readonly pending: PendingStore;
  readonly clientId: string;
  readonly newId: () => string;
  readonly timers: Pick<typeof globalThis, "setTimeout" | "clearTimeout">;
  /** True when the same request can never succeed: the server has read it and says no. */
  readonly isFinal: (error: unknown) => boolean;
};

/** After the last keystroke; typing on for longer is saved every `LONGEST_MS`. */
const PAUSE_MS = 600;
const LONGEST_MS = 1_000;
const KEEP_MS = 150;
const RETRY_MS = [1_000, 2_000, 5_000, 10_000, 15_000] as const;

type Inflight = { readonly changeId: string; readonly ops: readonly Op[]; readonly sent: Bundle };

/** The one mutable thing; it never leaves this file. */
type Sync = SyncDeps & {
  base: Bundle;
  inflight: Inflight | null;
  /** Edits that met a conflict while a save was under way: sent once more, so that the server keeps them in Recovery. */
  lost: readonly Op[];
  isBusy: boolean;
  isBehind: boolean;
  isRefused: boolean;
  isStopped: boolean;
  tries: number;
  firstEditAt: number | null;
  saveTimer: ReturnType<typeof setTimeout> | undefined;
  keepTimer: ReturnType<typeof setTimeout> | undefined;
};

export function createDraftSync(deps: SyncDeps): DraftSync {
  const sync: Sync = {
    ...deps,
    base: deps.store.getState().bundle,
    ...{ inflight: null, lost: [], isBusy: false, isBehind: false, isRefused: false, isStopped: false },
    ...{ tries: 0, firstEditAt: null, saveTimer: undefined, keepTimer: undefined },
  };
  const unsubscribe = deps.store.subscribe((state, before) => {
    if (state.bundle !== before.bundle) onEdit(sync);
  });
  return {
    flush: () => void save(sync),
    catchUp: (rev) => {
      if (rev !== null && rev <= deps.store.getState().rev) return;
      sync.isBehind = true;
      if (isLevel(sync)) void readChanges(sync);
    },
    retry: () => {
      sync.isRefused = false;
      sync.tries = 0;
      void save(sync);
    },
    hasUnsaved: () => !isLevel(sync),
    stop: () => {
      sync.isStopped = true;
      unsubscribe();
      deps.timers.clearTimeout(sync.saveTimer);
      if (sync.keepTimer !== undefined) keep(sync);
      if (!sync.isBusy) deps.pending.release();
    },
  };
}

const localOf = ({ store }: Sync): Bundle => store.getState().bundle;

const isLevel = (sync: Sync): boolean =>
  sync.inflight === null && sync.lost.length === 0 && localOf(sync) === sync.base;

function onEdit(sync: Sync): void {
  sync.isRefused = false;
  if (isLevel(sync)) return;
  if (sync.store.getState().saving.status === "saved") tell(sync, "saving");
  sync.keepTimer ??= sync.timers.setTimeout(() => keep(sync), KEEP_MS);
  plan(sync);
}

/** Until the network is back, the next try is already planned. */
function plan(sync: Sync): void {
  if (sync.isStopped || sync.isBusy || sync.tries > 0) return;
  const now = Date.now();
  sync.firstEditAt ??= now;
  sync.timers.clearTimeout(sync.saveTimer);
  const left = Math.max(0, sync.firstEditAt + LONGEST_MS - now);
  sync.saveTimer = sync.timers.setTimeout(() => void save(sync), Math.min(PAUSE_MS, left));
}

/** Writes down in this browser what the server does not have (N4). */
function keep(sync: Sync): void {
  sync.timers.clearTimeout(sync.keepTimer);
  sync.keepTimer = undefined;
  if (isLevel(sync)) return void sync.pending.drop();
  const { inflight, lost } = sync;
  void sync.pending.keep({
    rev: sync.store.getState().rev,
    inflight: inflight === null ? null : { changeId: inflight.changeId, ops: inflight.ops },
    ops: [...lost, ...diffOps(inflight?.sent ?? sync.base, localOf(sync))],
  });
}

async function save(sync: Sync): Promise<void> {
  sync.timers.clearTimeout(sync.saveTimer);
  if (sync.isBusy || sync.isStopped || sync.isRefused) return;
  sync.firstEditAt = null;
  sync.inflight ??= begin(sync);
  const { inflight } = sync;
  if (inflight === null) return rest(sync);
  sync.isBusy = true;
  tell(sync, sync.tries === 0 ? "saving" : "offline", inflight.ops.length);
  keep(sync);
  try {
    const knownRev = sync.store.getState().rev;
    const { changeId, ops } = inflight;
    const answer = await sync.api.save({ changeId, clientId: sync.clientId, knownRev, ops });
    if (sync.isStopped) return leave(sync, inflight);
    await take(sync, { inflight, answer });
  } catch (error) {
    sync.isBusy = false;
    if (sync.isStopped) return sync.pending.release();
    return onFailure(sync, error);
  }
  sync.isBusy = false;
  sync.tries = 0;
  if (isLevel(sync)) rest(sync);
  else plan(sync);
}

/** The page is gone and its last change is saved: nothing has to be kept for the next one. */
function leave(sync: Sync, inflight: Inflight): void {
  if (localOf(sync) === inflight.sent && sync.lost.length === 0) void sync.pending.drop();
  sync.pending.release();
}

/** Nothing is unsaved: says so, and reads what others saved meanwhile. */
function rest(sync: Sync): void {
  keep(sync);
  tell(sync, "saved");
  if (sync.isBehind) void readChanges(sync);
}

function begin(sync: Sync): Inflight | null {
  const bundle = localOf(sync);
  const ops = [...sync.lost, ...diffOps(sync.base, bundle)];
  if (ops.length === 0) {
    sync.base = bundle;
    return null;
  }
  const chunk = takeChunk(ops);
  sync.lost = sync.lost.slice(chunk.length);
  const isWhole = chunk.length === ops.length;
  return { changeId: sync.newId(), ops: chunk, sent: isWhole ? bundle : applyOps(sync.base, chunk) };
}

function onFailure(sync: Sync, error: unknown): void {
  if (sync.isStopped) return;
  if (sync.isFinal(error)) {
    // The same change would be refused again; with the next edit another one is made of all that is unsaved.
    sync.inflight = null;
    sync.isRefused = true;
    const waiting = diffOps(sync.base, localOf(sync)).length;
    sync.store.getState().setSaving({ status: "failed", waiting, error });
    keep(sync);
    return;
  }
  tell(sync, "offline", sync.inflight?.ops.length ?? 0);
  const wait = RETRY_MS[Math.min(sync.tries, RETRY_MS.length - 1)];
  sync.tries += 1;
  sync.saveTimer = sync.timers.setTimeout(() => void save(sync), wait);
}

type Answered = { readonly inflight: Inflight; readonly answer: SaveAnswer };

async function take(sync: Sync, { inflight, answer }: Answered): Promise<void> {
  const isOnlyMine =
    answer.changes !== null &&
    answer.conflicts.length === 0 &&
    answer.changes.every(({ clientId }) => clientId === sync.clientId);
  const saved = isOnlyMine ? inflight.sent : await toSaved(sync, answer.changes);
  sync.inflight = null;
  sync.isBehind = false;
  if (isOnlyMine) {
    // What was typed meanwhile stands on what was sent already: nobody's screen has to change.
    sync.base = saved;
    sync.store.setState({ rev: answer.rev });
    return;
  }
  const typed = diffOps(inflight.sent, localOf(sync));
  adopt(sync, { saved, typed, rev: answer.rev, conflicts: answer.conflicts });
}

async function toSaved(sync: Sync, changes: SaveAnswer["changes"]): Promise<Bundle> {
  if (changes === null) return (await sync.api.load()).bundle;
  return changes.reduce((bundle, change) => applyOps(bundle, change.ops), sync.base);
}

type Adoption = Pick<SaveAnswer, "rev" | "conflicts"> & {
  readonly saved: Bundle;
  readonly typed: readonly Op[];
};

/** Takes a document of the server as the new base and lays over it what is typed here (N3, N5). */
function adopt(sync: Sync, { saved, typed, rev, conflicts }: Adoption): void {
  sync.base = saved;
  const merge = mergeOps(saved, typed);
  sync.lost = [...sync.lost, ...merge.conflicts.map(({ op }) => op)];
  sync.store.getState().receive({ bundle: merge.bundle, rev, conflicts });
}

async function readChanges(sync: Sync): Promise<void> {
  if (sync.isBusy || sync.isStopped || !isLevel(sync)) return;
  sync.isBusy = true;
  try {
    const { rev, changes } = await sync.api.listChanges(sync.store.getState().rev);
    const isNew = rev > sync.store.getState().rev;
    const saved = isNew ? await toSaved(sync, changes) : sync.base;
    sync.isBehind = false;
    if (isNew && !sync.isStopped)
      adopt(sync, { saved, typed: diffOps(sync.base, localOf(sync)), rev, conflicts: [] });
  } catch {
    // Whoever is cut off catches up when the stream comes back.
    sync.isBehind = true;
  }
  sync.isBusy = false;
  if (!isLevel(sync)) plan(sync);
}

function tell({ store }: Sync, status: "saved" | "saving" | "offline", waiting = 0): void {
  const { saving, setSaving } = store.getState();
  if (saving.status !== status || saving.waiting !== waiting) setSaving({ status, waiting });
}
