import type { TransactionSql } from "postgres";
import type { TaskKind, TaskSubject } from "#drizzle/schema/quality.ts";
import type { JsonObject } from "#flows/kernel/json.ts";

export const TASK_KINDS = [
  "review_due",
  "case_review",
  "contradiction",
  "expiring",
  "expired",
  "glossary",
  "passage_outdated",
] as const satisfies readonly TaskKind[];

export type ListedTask = {
  readonly id: string;
  readonly baseId: string;
  readonly baseName: string;
  readonly kind: TaskKind;
  readonly subjectType: TaskSubject;
  readonly subjectId: string;
  readonly title: string;
  readonly facts: JsonObject;
  readonly ownerId: string | null;
  /** Null: nobody's, or of somebody who left. */
  readonly ownerName: string | null;
  readonly dueAt: Date;
  readonly isOverdue: boolean;
  readonly snoozedUntil: Date | null;
  readonly state: "open" | "done" | "dismissed";
  readonly closedByName: string | null;
  readonly closedAt: Date | null;
  /** The entry's rev, for saying that just this was looked at. */
  readonly rev: number | null;
};

export type TaskFilter = {
  readonly workspaceId: string;
  readonly userId: string;
  /** `mine`: the reader's and nobody's. */
  readonly whose: "mine" | "all";
  readonly kind: TaskKind | null;
  readonly state: "open" | "snoozed" | "closed";
  readonly now: Date;
};

/** One page of tasks, the most urgent first, and how many there are in all. */
export async function listTasks(
  tx: TransactionSql,
  { page, pageSize, ...filter }: TaskFilter & { readonly page: number; readonly pageSize: number },
): Promise<{ readonly tasks: readonly ListedTask[]; readonly total: number }> {
  const rows = await tx<(ListedTask & { total: number })[]>`
    select t.id, t.base_id as "baseId", b.name as "baseName", t.kind, t.subject_type as "subjectType", t.subject_id as "subjectId",
      t.title, t.facts, m.user_id as "ownerId", u.name as "ownerName", t.due_at as "dueAt", t.due_at < ${filter.now} as "isOverdue",
      t.snoozed_until as "snoozedUntil", t.state, t.closed_by_name as "closedByName", t.closed_at as "closedAt", e.rev,
      count(*) over ()::int as total
    ${fromTasks(tx, filter)}
    order by ${filter.state === "closed" ? tx`t.closed_at desc` : tx`t.due_at`}, t.id limit ${pageSize} offset ${page * pageSize}`;
  return { tasks: rows.map(({ total: _, ...task }) => task), total: rows[0]?.total ?? 0 };
}

/** What waits for the reader now. */
export async function countTasks(
  tx: TransactionSql,
  who: Pick<TaskFilter, "workspaceId" | "userId" | "now">,
): Promise<{ readonly mine: number; readonly overdue: number }> {
  const [row] = await tx<{ mine: number; overdue: number }[]>`
    select count(*)::int as mine, count(*) filter (where t.due_at < ${who.now})::int as overdue
    ${fromTasks(tx, { ...who, whose: "mine", kind: null, state: "open" })}`;
  return row ?? { mine: 0, overdue: 0 };
}

const fromTasks = (tx: TransactionSql, { workspaceId, userId, whose, kind, state, now }: TaskFilter) => tx`
  from knowledge_task t
  join knowledge_base b on b.id = t.base_id and b.deleted_at is null
  left join member m on m.workspace_id = t.workspace_id and m.user_id = t.owner_id and m.disabled_at is null
  left join auth_user u on u.id = m.user_id
  left join faq_entry e on e.id = t.subject_id and t.subject_type = 'entry'
  where t.workspace_id = ${workspaceId}
    ${whose === "mine" ? tx`and (m.user_id = ${userId} or m.user_id is null)` : tx``}
    ${kind === null ? tx`` : tx`and t.kind = ${kind}`}
    ${
      state === "closed"
        ? tx`and t.state <> 'open'`
        : state === "open"
          ? tx`and t.state = 'open' and (t.snoozed_until is null or t.snoozed_until <= ${now})`
          : tx`and t.state = 'open' and t.snoozed_until > ${now}`
    }`;
