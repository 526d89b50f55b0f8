import { LRUCache } from "lru-cache";
import type { Sql } from "postgres";
import type { Logger } from "../../../log.ts";
import { loadPassages } from "./load-passages.ts";
import type { LoadedPassages } from "./loaded-passages.ts";

/**
 * Passages of bases that are searched, in the memory of this process.
 *
 * P1. A turn waits only for a base that nobody has asked yet: later, what is there answers while a newer index is built beside it.
 * P2. A change reaches every process within two seconds and the time that building takes, without a message between them.
 * P3. A base is found by its own workspace only, whatever id a flow names.
 */

const FRESH_MS = 2_000;
/** Some 400 MB of text and index; the base that was least asked is read again when it is asked. */
const PASSAGES_MAX = 100_000;
/** A base that exists nowhere is remembered, so that a flow that names it costs one look in two seconds. */
const BASE_OVERHEAD = 10;

export type PassageStore = {
  /** What of these bases can be searched, in their order; those that are gone or foreign are left out. */
  get(wanted: Wanted): Found | Promise<Found>;
  /** The same as it is this moment, for who has just changed it and wants to see what comes of it. */
  getFresh(wanted: Wanted): Promise<Found>;
};

type Wanted = { readonly workspaceId: string; readonly bases: readonly string[] };
type Found = readonly LoadedPassages[];
type Entry = { readonly loaded: LoadedPassages | null; lookedAt: number; isLooking: boolean };

type StoreDeps = {
  readonly sql: Sql;
  readonly log: Logger;
  readonly now?: () => number;
  readonly load?: typeof loadPassages;
};

export function createPassageStore({
  sql,
  log,
  now = () => performance.now(),
  load = loadPassages,
}: StoreDeps): PassageStore {
  const entries = new LRUCache<string, Entry>({
    maxSize: PASSAGES_MAX,
    sizeCalculation: ({ loaded }) =>
      BASE_OVERHEAD + Math.min(loaded?.passages.size ?? 0, PASSAGES_MAX - BASE_OVERHEAD),
  });
  const loading = new Map<string, Promise<Entry>>();

  const read = (baseId: string): Promise<Entry> => {
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

  /** Asks whether the base has changed, and reads it again when it has; meanwhile the old passages answer. */
  const refresh = async (baseId: string, entry: Entry): Promise<void> => {
    entry.isLooking = true;
    try {
      const [row] = await sql<{ rev: number }[]>`
        select passages_rev as rev from knowledge_base where id = ${baseId} and deleted_at is null`;
      if (row?.rev === entry.loaded?.rev) entry.lookedAt = now();
      else await read(baseId);
    } catch (error) {
      // The database may be away for a moment: what is in memory goes on answering.
      log.warn({ err: error, baseId }, "changes of a knowledge base were not looked for");
    } finally {
      entry.isLooking = false;
    }
  };

  const find = (baseId: string): Entry | Promise<Entry> => {
    const entry = entries.get(baseId);
    if (entry === undefined) return read(baseId);
    if (now() - entry.lookedAt >= FRESH_MS && !entry.isLooking) void refresh(baseId, entry);
    return entry;
  };

  const findFresh = async (baseId: string): Promise<Entry> => {
    const entry = entries.get(baseId);
    if (entry !== undefined) await refresh(baseId, entry);
    return entries.get(baseId) ?? read(baseId);
  };

  return {
    get: ({ workspaceId, bases }) => {
      const found = [...new Set(bases)].map(find);
      return found.some((entry) => entry instanceof Promise)
        ? Promise.all(found).then((all) => choose(workspaceId, all))
        : // The line above left no promise in it.
          choose(workspaceId, found as Entry[]);
    },
    getFresh: async ({ workspaceId, bases }) =>
      choose(workspaceId, await Promise.all([...new Set(bases)].map(findFresh))),
  };
}

function choose(workspaceId: string, entries: readonly Entry[]): Found {
  return entries.flatMap(({ loaded }) => (loaded?.workspaceId === workspaceId ? [loaded] : []));
}
