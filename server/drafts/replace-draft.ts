import { randomUUID } from "node:crypto";
import type { TransactionSql } from "postgres";
import { diffOps } from "#flows/editing/diff-ops.ts";
import type { Bundle } from "#flows/kernel/flow.ts";
import { type DraftKey, lockDraft } from "./get-draft.ts";
import { type Author, type SnapshotReason, takeSnapshot, writeDraft } from "./write-draft.ts";

type Replacement = DraftKey & {
  /** Already parsed: `parseBundle` is the door for what comes from outside. */
  readonly bundle: Bundle;
  readonly reason: Exclude<SnapshotReason, "auto" | "manual">;
  readonly actor: Author;
};

/** Puts another document in place of the draft, after a snapshot of what was there. Open editors follow; their unsaved edits are merged as ever. */
export async function replaceDraft(
  tx: TransactionSql,
  { workspaceId, botId, bundle, reason, actor }: Replacement,
): Promise<{ readonly rev: number }> {
  const draft = await lockDraft(tx, { workspaceId, botId });
  const ops = diffOps(draft.bundle, bundle);
  if (ops.length === 0) return { rev: draft.rev };
  await takeSnapshot(tx, { workspaceId, botId, draft, reason, actor });
  const rev = draft.rev + 1;
  const ids = { changeId: randomUUID(), clientId: randomUUID() };
  await writeDraft(tx, { workspaceId, botId, before: draft.bundle, bundle, ops, rev, ...ids, actor });
  return { rev };
}
