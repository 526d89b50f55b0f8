import type { Sql } from "postgres";

const FOUND_MAX = 20;
/** Deleted documents can be brought back for this long; then their bytes go. */
export const DOCUMENT_RESTORE_DAYS = 30;

/**
 * Documents that nobody reads: their job was lost, or their worker died. Pages that are due to be looked at again are queued,
 * and what was deleted long ago goes for good.
 */
export async function findOpenDocuments(sql: Sql): Promise<readonly string[]> {
  await sql`
    update document set state = 'queued', attempts = 0
    where id in (
      select id from document where next_sync_at <= now() and state not in ('queued', 'parsing') and deleted_at is null
      order by next_sync_at limit ${FOUND_MAX} for update skip locked)`;
  await sql`
    delete from document where id in (
      select id from document where deleted_at < now() - make_interval(days => ${DOCUMENT_RESTORE_DAYS}) limit ${FOUND_MAX})`;
  const rows = await sql<{ id: string }[]>`
    select id from document
    where state in ('queued', 'parsing') and deleted_at is null and (lease_until is null or lease_until < now())
    order by id limit ${FOUND_MAX}`;
  return rows.map(({ id }) => id);
}
