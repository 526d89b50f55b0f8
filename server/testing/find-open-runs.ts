import type { Sql } from "postgres";

/** A run that kills its workers must not do so for ever. */
const OPEN_HOURS_MAX = 1;
const FOUND_MAX = 20;

/** Runs that nobody works on: their job was lost, or their worker died. Runs that are open for too long are ended as failed. */
export async function findOpenRuns(sql: Sql): Promise<readonly string[]> {
  await sql`update test_run set state = 'failed', error = 'expired', lease_until = null, ended_at = now()
    where state in ('queued', 'running') and created_at < now() - ${OPEN_HOURS_MAX} * interval '1 hour'
      and (lease_until is null or lease_until < now())`;
  const rows = await sql<{ id: string }[]>`
    select id from test_run where state in ('queued', 'running') and (lease_until is null or lease_until < now())
    order by id limit ${FOUND_MAX}`;
  return rows.map(({ id }) => id);
}
