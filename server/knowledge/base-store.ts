import { LRUCache } from "lru-cache";
import type { Sql } from "postgres";
import type { Logger } from "../log.ts";

/**
 * What bases hold for customers' turns, in the memory of this process.
 *
 * P1. A turn waits only for a base that nobody has asked yet: later, what is there answers while something newer is built beside it.
 * P2. A change reaches every process within two seconds and the time that building takes, without a message between them.
 * P3. A base is found by its own workspace only, whatever id a flow names.
 */

const FRESH_MS = 2_000;
/** A base that exists nowhere is remembered, so that a flow that names it costs one look in two seconds. */
const BASE_OVERHEAD = 10;

type Wanted = { readonly workspaceId: string; readonly bases: readonly string[] };

export type BaseStore<Loaded> = {
  /** What of these bases can be asked, in their order; those that are gone or foreign are left out. */
  get(wanted: Wanted): readonly Loaded[] | Promise<readonly Loaded[]>;
  /** The same as it is this moment, for who has just changed it and wants to see what comes of it. */
  getFresh(wanted: Wanted): Promise<readonly Loaded[]>;
};

type Entry<Loaded> = { readonly loaded: Loaded | null; lookedAt: number; isLooking: boolean };

export type BaseStoreDeps = {
  readonly sql: Sql;
  readonly log: Logger;
  readonly now?: (() => number) | undefined;
};

type Held<Loaded> = {
  load(sql: Sql, baseId: string): Promise<Loaded | null>;
  /** What `rev` of a loaded base is compared with; undefined for a base that is gone. */
  readRev(sql: Sql, baseId: string): Promise<number | undefined>;
  /** What of a base changes beside its rev; the very same object when nothing has. */
  renew?(sql: Sql, loaded: Loaded): Promise<Loaded>;
  sizeOf(loaded: Loaded): number;
  /** The base that was least asked is read again when it is asked. */
  readonly sizeMax: number;
};

export function createBaseStore<Loaded extends { readonly workspaceId: string; readonly rev: number }>(
  { sql, log, now = () => performance.now() }: BaseStoreDeps,
  { load, readRev, renew, sizeOf, sizeMax }: Held<Loaded>,
): BaseStore<Loaded> {
  const entries = new LRUCache<string, Entry<Loaded>>({
    maxSize: sizeMax,
    sizeCalculation: ({ loaded }) =>
      BASE_OVERHEAD + Math.min(loaded === null ? 0 : sizeOf(loaded), sizeMax - BASE_OVERHEAD),
  });
  const loading = new Map<string, Promise<Entry<Loaded>>>();

  const read = (baseId: string): Promise<Entry<Loaded>> => {
    const running =
      loading.get(baseId) ??
      load(sql, baseId)
        .then((loaded) => {
          const entry = { loaded, lookedAt: now(), isLooking: false };
          entries.set(baseId, entry);
          return entry;
        })
        .finally(() => loading.delete(baseId));
    loading.set(baseId, running);
    return running;
  };

  /** Asks whether the base has changed, and reads it again when it has; meanwhile the old state answers. */
  const refresh = async (baseId: string, entry: Entry<Loaded>): Promise<void> => {
    entry.isLooking = true;
    try {
      const { loaded } = entry;
      if ((await readRev(sql, baseId)) !== loaded?.rev) return void (await read(baseId));
      const renewed = loaded === null ? null : ((await renew?.(sql, loaded)) ?? loaded);
      if (renewed === loaded) entry.lookedAt = now();
      else entries.set(baseId, { loaded: renewed, lookedAt: now(), isLooking: false });
    } catch (error) {
      // The database may be away for a moment: what is in memory goes on answering.
      log.warn({ err: error, baseId }, "changes of a knowledge base were not looked for");
    } finally {
      entry.isLooking = false;
    }
  };

  const find = (baseId: string): Entry<Loaded> | Promise<Entry<Loaded>> => {
    const entry = entries.get(baseId);
    if (entry === undefined) return read(baseId);
    if (now() - entry.lookedAt >= FRESH_MS && !entry.isLooking) void refresh(baseId, entry);
    return entry;
  };

  const findFresh = async (baseId: string): Promise<Entry<Loaded>> => {
    const entry = entries.get(baseId);
    if (entry !== undefined) await refresh(baseId, entry);
    return entries.get(baseId) ?? read(baseId);
  };

  const choose = (workspaceId: string, all: readonly Entry<Loaded>[]): readonly Loaded[] =>
    all.flatMap(({ loaded }) => (loaded?.workspaceId === workspaceId ? [loaded] : []));

  return {
    get: ({ workspaceId, bases }) => {
      const found = [...new Set(bases)].map(find);
      return found.some((entry) => entry instanceof Promise)
        ? Promise.all(found).then((all) => choose(workspaceId, all))
        : // as: the line above left no promise in it.
          choose(workspaceId, found as Entry<Loaded>[]);
    },
    getFresh: async ({ workspaceId, bases }) =>
      choose(workspaceId, await Promise.all([...new Set(bases)].map(findFresh))),
  };
}
