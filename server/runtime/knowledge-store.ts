import type { Sql } from "postgres";
import { findRelease, type LoadedRelease, readRelease } from "./load-release.ts";

/**
 * The releases that are live now, in memory.
 *
 * K1. A flow without bases costs nothing; one with bases awaits nothing while what is known of them is fresh.
 * K2. A release or a rollback reaches every process within `FRESH_MS`, and this one at once (`forgetAll`).
 * K3. A base is found by its own workspace only: a flow that came with ids of another finds nothing there.
 */

export type LiveBase = { readonly id: string; readonly name: string; readonly release: LoadedRelease };

/** What a turn may ask, fixed for as long as it runs. */
export type Knowledge = { findBase(baseId: string): LiveBase | null };

export const NO_KNOWLEDGE: Knowledge = { findBase: () => null };

type Asked = { readonly workspaceId: string; readonly bases: readonly string[] };

export type KnowledgeStore = {
  get(asked: Asked): Knowledge | Promise<Knowledge>;
  /** As it is released this moment, for who has just released; what must be loaded or learned for it is the customers' own. */
  getFresh(asked: Asked): Promise<Knowledge>;
  /** After a release in this very process. */
  forgetAll(): void;
};

const FRESH_MS = 2_000;
const POINTERS_MAX = 5_000;

type Pointer = { readonly name: string; readonly releaseId: string };
type Known = { readonly pointer: Pointer | null; readonly readAt: number };

export function createKnowledgeStore(sql: Sql, now: () => number): KnowledgeStore {
  const pointers = new Map<string, Known>();
  let forgotten = 0;
  const loading = new Map<string, Promise<LoadedRelease>>();
  const toKey = (workspaceId: string, baseId: string) => `${workspaceId}/${baseId}`;

  /** Null when anything of it must be read first. */
  const look = ({ workspaceId, bases }: Asked): Knowledge | null => {
    const live = new Map<string, LiveBase>();
    for (const id of bases) {
      const known = pointers.get(toKey(workspaceId, id));
      if (known === undefined || now() - known.readAt >= FRESH_MS) return null;
      if (known.pointer === null) continue;
      const release = findRelease(known.pointer.releaseId);
      if (release === null) return null;
      live.set(id, { id, name: known.pointer.name, release });
    }
    return { findBase: (baseId) => live.get(baseId) ?? null };
  };

  const load = (releaseId: string): Promise<LoadedRelease> => {
    const running =
      loading.get(releaseId) ?? readRelease(sql, releaseId).finally(() => loading.delete(releaseId));
    loading.set(releaseId, running);
    return running;
  };

  const read = async (asked: Asked): Promise<Knowledge> => {
    const readAt = now();
    const began = forgotten;
    const found = await readPointers(sql, asked);
    // Released while it was read: it may be the state before that, and must not be kept.
    if (began !== forgotten) return read(asked);
    if (pointers.size > POINTERS_MAX) pointers.clear();
    for (const id of asked.bases) {
      pointers.set(toKey(asked.workspaceId, id), { pointer: found.get(id) ?? null, readAt });
    }
    return toKnowledge(found, load);
  };

  return {
    get: (asked) => (asked.bases.length === 0 ? NO_KNOWLEDGE : (look(asked) ?? read(asked))),
    getFresh: async (asked) =>
      asked.bases.length === 0 ? NO_KNOWLEDGE : toKnowledge(await readPointers(sql, asked), load),
    forgetAll: () => {
      forgotten += 1;
      pointers.clear();
    },
  };
}

/** Which release of each base is live; what is deleted, foreign or was never released is left out. */
async function readPointers(sql: Sql, { workspaceId, bases }: Asked): Promise<ReadonlyMap<string, Pointer>> {
  const rows = await sql<(Pointer & { id: string })[]>`
    select id, name, live_release_id as "releaseId" from knowledge_base
    where workspace_id = ${workspaceId} and id = any(${[...bases]}::uuid[])
      and deleted_at is null and live_release_id is not null`;
  return new Map(rows.map(({ id, ...pointer }) => [id, pointer]));
}

async function toKnowledge(
  pointers: ReadonlyMap<string, Pointer>,
  load: (releaseId: string) => Promise<LoadedRelease>,
): Promise<Knowledge> {
  const live = new Map<string, LiveBase>();
  for (const [id, { name, releaseId }] of pointers)
    live.set(id, { id, name, release: await load(releaseId) });
  return { findBase: (baseId) => live.get(baseId) ?? null };
}
