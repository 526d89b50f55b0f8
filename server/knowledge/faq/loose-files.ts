import type { Fragment, TransactionSql } from "postgres";
import type { Sql } from "../../db/connect.ts";

/** Who uploaded a picture and has not saved the entry by then has mostly thrown it away. */
const KEPT_HOURS = 24;
/** Bases of one sweep, and files of one statement; the rest has its turn at the next. */
const BASES_MAX = 50;
const FILES_MAX = 500;
const START = "00000000-0000-0000-0000-000000000000";

/**
 * Where the last sweep ended. What an older version names is looked at for ever and never goes: were every sweep to begin at the start,
 * enough of that would keep whatever comes behind it.
 */
type Walk = { base: string; readonly files: Map<string, string> };
const walks = new WeakMap<Sql, Walk>();

function getWalk(sql: Sql): Walk {
  const walk = walks.get(sql) ?? { base: START, files: new Map() };
  walks.set(sql, walk);
  return walk;
}

/** Bases that hold files which no entry names: perhaps an older version or a release does, as `removeLooseFiles` finds out. */
export async function findLooseFiles(sql: Sql, basesMax = BASES_MAX): Promise<readonly string[]> {
  const walk = getWalk(sql);
  const rows = await sql<{ baseId: string }[]>`
    select f.base_id as "baseId" from file f where ${isUnnamed(sql)} group by f.base_id
    order by f.base_id <= ${walk.base}::uuid, f.base_id limit ${basesMax}`;
  walk.base = rows.at(-1)?.baseId ?? START;
  return rows.map(({ baseId }) => baseId);
}

/**
 * Gives back the room of files that were uploaded for entries of a base and never saved with one. What anything names stays: an entry,
 * also a deleted one, which may be brought back, a version of it, a release, a case, or a flow into which somebody has put the address;
 * of any workspace, for bases and bots are carried from one to another with the addresses in them.
 */
export async function removeLooseFiles(
  sql: Sql,
  baseId: string,
  filesMax = FILES_MAX,
): Promise<{ readonly removed: number }> {
  const { files: ends } = getWalk(sql);
  const files = await sql<{ id: string; workspaceId: string }[]>`
    select f.id, f.workspace_id as "workspaceId" from file f where f.base_id = ${baseId} and ${isUnnamed(sql)}
    order by f.id <= ${ends.get(baseId) ?? START}::uuid, f.id limit ${filesMax}`;
  const last = files.at(-1);
  if (last === undefined || files.length < filesMax) ends.delete(baseId);
  else ends.set(baseId, last.id);
  if (last === undefined) return { removed: 0 };
  const { workspaceId } = last;
  // All this reading holds no lock: who saves an entry with one of these would wait for it.
  const ids = files.map(({ id }) => id);
  const here = await dropNamed(sql, { ids, texts: listTexts(sql, sql`= ${workspaceId}`) });
  // The texts of all others are read only for those that nothing names here, which are few.
  const loose = await dropNamed(sql, { ids: here, texts: listTexts(sql, sql`<> ${workspaceId}`) });
  if (loose.length === 0) return { removed: 0 };
  return sql.begin(async (tx) => {
    // Who is saving an entry with one of them is waited for (see `assertAttachments`); the next statements see what it says.
    await tx`select from file where id = any(${[...loose]}::uuid[]) order by id for update`;
    const still = await dropNamed(tx, { ids: loose, texts: listTexts(tx, tx`= ${workspaceId}`) });
    const removed = await tx`
      delete from file f where f.id = any(${[...still]}::uuid[]) and ${isUnnamed(tx)} returning f.id`;
    return { removed: removed.length };
  });
}

type Looked = { readonly ids: readonly string[]; readonly texts: Fragment };

/** Those that none of the texts names. */
async function dropNamed(sql: Sql | TransactionSql, { ids, texts }: Looked): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const rows = await sql<{ id: string }[]>`
    with named as (
      select distinct left(part, 36) as id from (${texts}) said
      cross join lateral string_to_table(said.words, '/files/') part
      where said.words like '%/files/%')
    select id from unnest(${[...ids]}::uuid[]) as wanted(id) where id::text not in (select id from named)`;
  return rows.map(({ id }) => id);
}

/** Of a row `f`: old enough, and the attachment of no entry anywhere; an entry that was copied to another base keeps its pictures. */
const isUnnamed = (sql: Sql | TransactionSql) => sql`
  f.base_id is not null and f.at < now() - make_interval(hours => ${KEPT_HOURS})
  and not f.id::text in (
    select split_part(a->>'url', '/', 3) from faq_entry e cross join lateral jsonb_array_elements(e.attachments) a
    where e.attachments <> '[]')`;

/** All texts of some workspaces in which people, or what they have published, may name a file. */
const listTexts = (sql: Sql | TransactionSql, isTheirs: Fragment) => sql`
  select concat(e.question, e.answers, e.attachments) as words from faq_entry e where e.workspace_id ${isTheirs}
  union all select content::text from faq_revision where workspace_id ${isTheirs}
  union all select content::text from faq_release where workspace_id ${isTheirs}
  union all select concat(answer, context, outcome, served) from knowledge_case where workspace_id ${isTheirs}
  union all select content::text from knowledge_case_revision where workspace_id ${isTheirs}
  union all select bundle::text from flow_draft where workspace_id ${isTheirs}
  union all select bundle::text from flow_version where workspace_id ${isTheirs}
  union all select bundle::text from draft_snapshot where workspace_id ${isTheirs}
  union all select ops::text from draft_change where workspace_id ${isTheirs}
  union all select r::text from draft_recovery r where r.workspace_id ${isTheirs}
  union all select settings::text from bot where workspace_id ${isTheirs}`;
