import type { Sql } from "../../../db/connect.ts";

/** Raised when the rules of a check change: every base is looked at again. */
const CHECK_VERSION = 1;
const BASES_MAX = 20;
/** Comparing thousands of entries takes a core for seconds; while somebody writes in such a base, it is checked this often. */
const LARGE_ENTRIES = 1_000;
const LARGE_PAUSE_SECONDS = 300;

export type UncheckedBase = { readonly baseId: string; readonly workspaceId: string; readonly print: string };

/** Bases, or this one, of which entries, synonyms or glossary have changed since they were checked. */
export function findUncheckedBases(
  sql: Sql,
  baseId: string | null = null,
): Promise<readonly UncheckedBase[]> {
  return sql<UncheckedBase[]>`
    select b.id as "baseId", b.workspace_id as "workspaceId", now.print
    from knowledge_base b
    cross join lateral (
      select count(*) as entries, md5(concat_ws(' ', ${CHECK_VERSION}::int, count(*), sum(e.rev), max(e.updated_at),
        (select concat(count(*), ' ', max(g.updated_at)) from glossary_term g where g.workspace_id = b.workspace_id),
        (select concat(count(*), ' ', max(s.updated_at)) from faq_synonym s
          where s.workspace_id = b.workspace_id and (s.base_id = b.id or s.base_id is null)))) as print
      from faq_entry e where e.base_id = b.id and e.deleted_at is null
    ) now
    left join base_check c on c.base_id = b.id
    where b.deleted_at is null and (${baseId}::uuid is null or b.id = ${baseId}) and c.print is distinct from now.print
      and (now.entries < ${LARGE_ENTRIES} or c.at is null or c.at < now() - make_interval(secs => ${LARGE_PAUSE_SECONDS}))
    order by c.at nulls first limit ${BASES_MAX}`;
}
