import type { EditConflict } from "#components/builder/store/builder-store.ts";
import type { DraftApi } from "./draft-api.ts";
import { dropOrphan, listOrphans, type TabKey } from "./pending-store.ts";
import { takeChunk } from "./take-chunk.ts";

export type Adopted = {
  readonly tabs: number;
  readonly edits: number;
  readonly conflicts: readonly EditConflict[];
};

/**
 * Saves what tabs of this person left unsaved when they were closed, crashed or lost the network. Every step may be repeated: a
 * change keeps its id until the browser forgets it. Throws when the server cannot be reached; nothing is forgotten then.
 */
export async function adoptOrphans(key: TabKey, api: Pick<DraftApi, "save">): Promise<Adopted> {
  const orphans = await listOrphans(key);
  const conflicts: EditConflict[] = [];
  let edits = 0;
  for (const { tabId, inflight, ops, changeId, rev } of orphans) {
    const changes = [
      ...(inflight === null ? [] : [inflight]),
      ...(ops.length === 0 ? [] : [{ changeId, ops }]),
    ];
    for (const change of changes) {
      edits += change.ops.length;
      conflicts.push(...(await saveAll(api, { ...change, rev, clientId: key.tabId })));
    }
    await dropOrphan(tabId);
  }
  return { tabs: orphans.length, edits, conflicts };
}

type Change = {
  readonly changeId: string;
  readonly ops: DraftOps;
  readonly rev: number;
  readonly clientId: string;
};
type DraftOps = Parameters<DraftApi["save"]>[0]["ops"];

async function saveAll(
  api: Pick<DraftApi, "save">,
  { changeId, ops, rev, clientId }: Change,
): Promise<readonly EditConflict[]> {
  const conflicts: EditConflict[] = [];
  let rest = ops;
  for (let id = changeId; rest.length > 0; id = crypto.randomUUID()) {
    const chunk = takeChunk(rest);
    rest = rest.slice(chunk.length);
    conflicts.push(...(await api.save({ changeId: id, clientId, knownRev: rev, ops: chunk })).conflicts);
  }
  return conflicts;
}
