import type { TransactionSql } from "postgres";
import type { Op } from "#flows/editing/op.ts";
import type { Bundle } from "#flows/kernel/flow.ts";
import { toJsonText } from "#server/db/to-json-text.ts";
import { followMovedNodes } from "./follow-moved-nodes.ts";
import type { Draft, DraftKey } from "./get-draft.ts";

export type Author = { readonly id: string; readonly name: string };

export type DraftWrite = DraftKey & {
  /** What stood there. */
  readonly before: Bundle;
  readonly bundle: Bundle;
  readonly ops: readonly Op[];
  readonly rev: number;
  readonly changeId: string;
  readonly clientId: string;
  readonly actor: Author;
};

/** Writes one change of a locked draft: the document, what was changed for those who have it open, and what names moved nodes. */
export async function writeDraft(
  tx: TransactionSql,
  write: DraftWrite,
): Promise<{ readonly hasMovedComments: boolean }> {
  const { botId, workspaceId, rev, actor } = write;
  await tx`update flow_draft set bundle = ${toJsonText(write.bundle)}::text::jsonb, rev = ${rev}, updated_at = now()
    where bot_id = ${botId}`;
  await tx`insert into draft_change (bot_id, rev, workspace_id, change_id, client_id, author_id, author_name, ops)
    values (${botId}, ${rev}, ${workspaceId}, ${write.changeId}, ${write.clientId}, ${actor.id}, ${actor.name},
      ${toJsonText(write.ops)}::text::jsonb)`;
  return followMovedNodes(tx, { botId, before: write.before, after: write.bundle });
}

export type SnapshotReason = "auto" | "manual" | "import" | "restore" | "publish" | "generated";

type Snapshot = DraftKey & {
  readonly draft: Pick<Draft, "bundle" | "rev">;
  readonly reason: SnapshotReason;
  readonly actor: Author;
};

/** Keeps the draft as it is. One that is already kept at this rev is not kept twice. */
export async function takeSnapshot(
  tx: TransactionSql,
  { botId, workspaceId, draft, reason, actor }: Snapshot,
): Promise<void> {
  await tx`insert into draft_snapshot (bot_id, workspace_id, rev, bundle, reason, author_id, author_name)
    select ${botId}, ${workspaceId}, ${draft.rev}, ${toJsonText(draft.bundle)}::text::jsonb, ${reason}, ${actor.id}, ${actor.name}
    where not exists (select from draft_snapshot where bot_id = ${botId} and rev = ${draft.rev})`;
}

const AUTO_CHANGES = 50;
const AUTO_MINUTES = 5;
/** How long snapshots, lost edits and the list of changes are kept. */
const KEPT_DAYS = 30;

/** Keeps the draft every 5 minutes of work or 50 changes, and lets go of what is older than 30 days. */
export async function takeAutoSnapshot(
  tx: TransactionSql,
  snapshot: Omit<Snapshot, "reason">,
): Promise<void> {
  const { botId, draft } = snapshot;
  const [last] = await tx<{ rev: number; isOld: boolean }[]>`
    select rev, at < now() - make_interval(mins => ${AUTO_MINUTES}) as "isOld" from draft_snapshot
    where bot_id = ${botId} order by id desc limit 1`;
  if (last && !last.isOld && draft.rev - last.rev < AUTO_CHANGES) return;
  await takeSnapshot(tx, { ...snapshot, reason: "auto" });
  await tx`delete from draft_snapshot where bot_id = ${botId} and at < now() - make_interval(days => ${KEPT_DAYS})`;
  await tx`delete from draft_recovery where bot_id = ${botId} and at < now() - make_interval(days => ${KEPT_DAYS})`;
}
