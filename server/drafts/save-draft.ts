import type { TransactionSql } from "postgres";
import { mergeOps } from "#flows/editing/merge-ops.ts";
import type { Op } from "#flows/editing/op.ts";
import type { Json } from "#flows/kernel/json.ts";
import { toJsonText } from "#server/db/to-json-text.ts";
import { assertTouchedParts } from "./assert-touched-parts.ts";
import { type DraftKey, lockDraft } from "./get-draft.ts";
import { listChanges, type SavedChange } from "./list-changes.ts";
import { type Author, takeAutoSnapshot, writeDraft } from "./write-draft.ts";

export type SaveInput = DraftKey & {
  /** Names this change: the same one sent again is answered again and saved once. */
  readonly changeId: string;
  readonly clientId: string;
  /** The rev that the editor knows; it is told everything since. */
  readonly knownRev: number;
  readonly ops: readonly Op[];
  readonly actor: Author;
};

export type SavedConflict = {
  readonly recoveryId: string;
  readonly op: Op;
  readonly reason: "changed" | "gone" | "replaced";
  readonly theirs: Json | null;
};

export type SaveAnswer = {
  readonly rev: number;
  /** What others saved since `knownRev`, and this change itself, oldest first; null when the editor has to load the draft anew. */
  readonly changes: readonly SavedChange[] | null;
  readonly conflicts: readonly SavedConflict[];
  /** Comments went along with nodes into another flow. */
  readonly hasMovedComments: boolean;
};

/**
 * Saves what of a change still fits, and keeps the rest in Recovery: nothing that somebody typed is thrown away, and nothing
 * that somebody else saved is written over. A change that leaves the document as it is gets no rev.
 */
export async function saveDraft(tx: TransactionSql, input: SaveInput): Promise<SaveAnswer> {
  const { workspaceId, botId, changeId, actor } = input;
  const draft = await lockDraft(tx, input);
  const isKnown = await wasSaved(tx, botId, changeId);
  const merge = isKnown ? null : mergeOps(draft.bundle, input.ops);
  let { rev } = draft;
  let hasMovedComments = false;
  if (merge && merge.bundle !== draft.bundle) {
    assertTouchedParts(merge.bundle, merge.applied);
    await takeAutoSnapshot(tx, { workspaceId, botId, draft, actor });
    rev += 1;
    const { clientId } = input;
    const change = {
      before: draft.bundle,
      bundle: merge.bundle,
      ops: merge.applied,
      rev,
      changeId,
      clientId,
      actor,
    };
    ({ hasMovedComments } = await writeDraft(tx, { workspaceId, botId, ...change }));
  }
  for (const { op, reason, theirs } of merge?.conflicts ?? []) {
    await tx`insert into draft_recovery (bot_id, workspace_id, change_id, op, theirs, reason, author_id, author_name)
      values (${botId}, ${workspaceId}, ${changeId}, ${toJsonText(op)}::text::jsonb, ${toJsonText(theirs ?? null)}::text::jsonb,
        ${reason}, ${actor.id}, ${actor.name})`;
  }
  return {
    rev,
    changes: await listChanges(tx, { botId, after: input.knownRev, until: rev }),
    conflicts: await listConflicts(tx, botId, changeId),
    hasMovedComments,
  };
}

async function wasSaved(tx: TransactionSql, botId: string, changeId: string): Promise<boolean> {
  const [row] = await tx`
    select from draft_change where bot_id = ${botId} and change_id = ${changeId}
    union all select from draft_recovery where bot_id = ${botId} and change_id = ${changeId} limit 1`;
  return row !== undefined;
}

function listConflicts(tx: TransactionSql, botId: string, changeId: string): Promise<SavedConflict[]> {
  return tx<SavedConflict[]>`
    select id as "recoveryId", op, reason, theirs from draft_recovery
    where bot_id = ${botId} and change_id = ${changeId} order by id`;
}

/** The largest number of operations in one change; an editor that was away for long sends several. */
export const OPS_MAX = 2_000;
