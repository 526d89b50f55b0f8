import type { TransactionSql } from "postgres";
import type { Role } from "#drizzle/schema/member.ts";
import { AppError } from "../../../app-error.ts";
import type { Actor } from "../../actor.ts";
import { changeStates } from "../../faq/change-states.ts";

export type TaskChange =
  | { readonly type: "assign"; readonly userId: string | null }
  | { readonly type: "snooze"; readonly until: Date }
  | { readonly type: "wake" }
  /** It is not to be done, and the same reason is not to ask again. */
  | { readonly type: "dismiss" }
  | { readonly type: "reopen" };

type Change = {
  readonly workspaceId: string;
  readonly actor: Actor;
  readonly taskIds: readonly string[];
  readonly change: TaskChange;
};

/** `not_found` when one of them, or whom they are given to, is unknown or foreign; nothing is changed then. */
export async function changeTasks(
  tx: TransactionSql,
  { workspaceId, actor, taskIds, change }: Change,
): Promise<{ readonly changed: number }> {
  if (change.type === "assign" && change.userId !== null) {
    const [member] = await tx`
      select from member where workspace_id = ${workspaceId} and user_id = ${change.userId} and disabled_at is null`;
    if (!member) throw new AppError("not_found");
  }
  const rows = await tx`
    update knowledge_task set ${toColumns(tx, change, actor)}
    where workspace_id = ${workspaceId} and id = any(${[...taskIds]}::uuid[]) returning id`;
  if (rows.length < new Set(taskIds).size) throw new AppError("not_found");
  return { changed: rows.length };
}

function toColumns(tx: TransactionSql, change: TaskChange, actor: Actor) {
  switch (change.type) {
    case "assign":
      return tx`owner_id = ${change.userId}`;
    case "snooze":
      return tx`snoozed_until = ${change.until}`;
    case "wake":
      return tx`snoozed_until = null`;
    case "dismiss":
      return tx`state = 'dismissed', closed_by_name = ${actor.name}, closed_at = now()`;
    case "reopen":
      return tx`state = 'open', closed_by_name = null, closed_at = null, snoozed_until = null`;
  }
}

type Confirmation = {
  readonly workspaceId: string;
  readonly actor: Actor;
  readonly role: Role;
  readonly taskId: string;
  /** Of the entry as it was read: nobody answers for words that they have not seen. */
  readonly rev: number;
};

/** Somebody has looked at the entry and it is still right: its review is recorded, and the task done. */
export async function confirmReview(
  tx: TransactionSql,
  { workspaceId, actor, role, taskId, rev }: Confirmation,
): Promise<{ readonly taskId: string }> {
  const [task] = await tx<{ baseId: string; subjectId: string }[]>`
    select base_id as "baseId", subject_id as "subjectId" from knowledge_task
    where id = ${taskId} and workspace_id = ${workspaceId} and kind = 'review_due' and state = 'open' for no key update`;
  if (!task) throw new AppError("not_found");
  const { skipped } = await changeStates(tx, {
    ...{ workspaceId, actor, role, baseId: task.baseId, action: "review", note: "" },
    entries: [{ entryId: task.subjectId, rev }],
  });
  if (skipped.length > 0) throw new AppError("conflict", { reason: "entry_changed" });
  await tx`update knowledge_task set state = 'done', closed_by_name = ${actor.name}, closed_at = now() where id = ${taskId}`;
  return { taskId };
}
