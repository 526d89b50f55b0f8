import type { TransactionSql } from "postgres";
import type { Sql } from "../../db/connect.ts";

/** Who uploaded a picture and has not saved the entry by then has mostly thrown it away. */
const KEPT_HOURS = 24;
const BASES_MAX = 50;
/** Rows of one statement; the rest has its turn at the next sweep. */
const FILES_MAX = 500;

/** Bases that hold files which no entry names: perhaps an older version or a release does, as `removeLooseFiles` finds out. */
export async function findLooseFiles(sql: Sql): Promise<readonly string[]> {
  const rows = await sql<{ baseId: string }[]>`
    select distinct f.base_id as "baseId" from file f where ${isUnnamed(sql)} order by 1 limit ${BASES_MAX}`;
  return rows.map(({ baseId }) => baseId);
}

/**
 * Gives back the room of files that were uploaded for entries of a base and never saved with one. What anything names stays: an entry,
 * also a deleted one, which may be brought back, a version of it, a release, a case, or a flow into which somebody has put the address.
 */
export async function removeLooseFiles(sql: Sql, baseId: string): Promise<{ readonly removed: number }> {
  return sql.begin(async (tx) => {
    // Locked before anything is read: who is saving an entry with one of them is waited for (see `assertAttachments`), and seen below.
    const files = await tx<{ id: string }[]>`
      select f.id from file f where f.base_id = ${baseId} and ${isUnnamed(tx)} order by f.id limit ${FILES_MAX} for update`;
    if (files.length === 0) return { removed: 0 };
    const removed = await tx`
      with named as (
        select distinct left(part, 36) as id from (${listTexts(tx)}) said
        cross join lateral string_to_table(said.words, '/files/') part
        where said.words like '%/files/%')
      delete from file where id = any(${files.map(({ id }) => id)}::uuid[]) and id::text not in (select id from named) returning 1`;
    return { removed: removed.length };
  });
}

/** Of a row `f`: old enough, and the attachment of no entry anywhere; an entry that was copied to another base keeps its pictures. */
const isUnnamed = (sql: Sql | TransactionSql) => sql`
  f.base_id is not null and f.at < now() - make_interval(hours => ${KEPT_HOURS})
  and not f.id::text in (
    select split_part(a->>'url', '/', 3) from faq_entry e cross join lateral jsonb_array_elements(e.attachments) a
    where e.attachments <> '[]')`;

/** All texts in which people, or what they have published, may name a file. */
const listTexts = (tx: TransactionSql) => tx`
  select concat(e.question, e.answers, e.attachments) as words from faq_entry e
  union all select content::text from faq_revision
  union all select content::text from faq_release
  union all select concat(answer, context, outcome, served) from knowledge_case
  union all select content::text from knowledge_case_revision
  union all select bundle::text from flow_draft
  union all select bundle::text from flow_version
  union all select bundle::text from draft_snapshot
  union all select ops::text from draft_change
  union all select r::text from draft_recovery r
  union all select settings::text from bot`;
