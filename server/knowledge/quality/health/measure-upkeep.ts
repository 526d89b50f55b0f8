import type { TransactionSql } from "postgres";
import { judgeShare, type Measured, TARGETS } from "./judge-measure.ts";
import type { Window } from "./measure-labels.ts";

/** Of entries that are in review, approved or published and were checked: those in which nothing must be mended. */
export async function measureConsistency(
  tx: TransactionSql,
  workspaceId: string,
): Promise<Measured & { readonly failing: number }> {
  const [row] = await tx<{ count: number; passing: number }[]>`
    select count(*)::int, count(*) filter (where c.passes = 1)::int as passing
    from entry_check c join faq_entry e on e.id = c.entry_id
    join knowledge_base b on b.id = e.base_id and b.deleted_at is null
    where c.workspace_id = ${workspaceId} and e.deleted_at is null and e.state in ('in_review', 'approved', 'published')`;
  const { count, passing } = row ?? { count: 0, passing: 0 };
  return { ...judgeShare(passing, count, TARGETS.consistency), failing: count - passing };
}

/**
 * Of the reviews that fell due in a time, those that were done by their day. A review falls due its interval after somebody last
 * answered for the entry (approved or reviewed it); the interval is the one that held until it was looked at again. A new approval
 * before that day puts the review off and counts for nothing: else whoever edits much would seem to review much. Entries that were not
 * published on that day owed nobody a review.
 */
export async function measureTimeliness(
  tx: TransactionSql,
  { workspaceId, from, to }: Window,
): Promise<Measured & { readonly late: number }> {
  const [row] = await tx<{ count: number; inTime: number }[]>`
    with look as (
      select r.entry_id, r.rev, r.at, lead(r.at) over next as next_at, lead(r.kind) over next as next_kind
      from faq_revision r
      where r.workspace_id = ${workspaceId} and r.kind in ('approved', 'reviewed') and r.at < ${to}
      window next as (partition by r.entry_id order by r.rev)
    ), due as (
      select look.*, look.at + make_interval(days => term.days) as due_at
      from look cross join lateral (
        select (x.content->>'reviewEveryDays')::int as days from faq_revision x
        where x.entry_id = look.entry_id and x.at < coalesce(look.next_at, ${to}) order by x.rev desc limit 1
      ) term
      where term.days is not null
    )
    select count(*)::int, count(*) filter (where due.next_at <= due.due_at)::int as "inTime"
    from due
    join faq_entry e on e.id = due.entry_id
    join knowledge_base b on b.id = e.base_id and b.deleted_at is null
    cross join lateral (
      select x.state, x.kind from faq_revision x where x.entry_id = due.entry_id and x.at <= due.due_at order by x.rev desc limit 1
    ) standing
    where due.due_at >= ${from} and due.due_at < ${to} and standing.state = 'published' and standing.kind <> 'deleted'
      and (due.next_kind = 'reviewed' or due.next_at is null or due.next_at > due.due_at)`;
  const { count, inTime } = row ?? { count: 0, inTime: 0 };
  return { ...judgeShare(inTime, count, TARGETS.timeliness), late: count - inTime };
}
