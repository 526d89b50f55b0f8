import type { Sql, TransactionSql } from "postgres";
import { CHINA_OFFSET_MS, toChinaDay } from "../../china-day.ts";

/** Asks for a look through the talks. While one is open, that one is it: two at once would put questions into two clusters. */
export async function startRun(
  tx: TransactionSql,
  workspaceId: string,
): Promise<{ readonly runId: string; readonly isNew: boolean }> {
  const [made] = await tx<{ id: string }[]>`
    insert into learning_run (workspace_id, reason) values (${workspaceId}, 'asked')
    on conflict (workspace_id) where state in ('queued', 'running') do nothing returning id`;
  if (made) return { runId: made.id, isNew: true };
  const [open] = await tx<{ id: string }[]>`
    select id from learning_run where workspace_id = ${workspaceId} and state in ('queued', 'running')`;
  // It ended between the two statements.
  return open ? { runId: open.id, isNew: false } : startRun(tx, workspaceId);
}

/** One run a night for every workspace in which somebody had talked before it; a night that was missed is made up for. Many processes may ask at once. */
export async function planNightlyRuns(sql: Sql, nightBegan: Date): Promise<void> {
  await sql`
    insert into learning_run (workspace_id, reason)
    select w.id, 'nightly' from workspace w
    where not exists (select from learning_run r where r.workspace_id = w.id and r.reason = 'nightly' and r.created_at >= ${nightBegan})
      and (select c.created_at from conversation c where c.workspace_id = w.id order by c.id limit 1) < ${nightBegan}
    on conflict (workspace_id) where state in ('queued', 'running') do nothing`;
}

/** Runs that nobody performs: their job was lost, or their worker died. */
export async function findOpenRuns(sql: Sql): Promise<readonly string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from learning_run
    where state in ('queued', 'running') and (lease_until is null or lease_until < now()) order by id limit 20`;
  return rows.map(({ id }) => id);
}

const NIGHT_HOUR = 3;
const HOUR_MS = 3_600_000;

/** The last time that it was three in the morning in China, where most shops and their customers sleep then. */
export function toNightBegan(now: Date): Date {
  const day = Date.parse(`${toChinaDay(now.getTime())}T00:00:00Z`) - CHINA_OFFSET_MS;
  const night = day + NIGHT_HOUR * HOUR_MS;
  return new Date(night > now.getTime() ? night - 24 * HOUR_MS : night);
}
