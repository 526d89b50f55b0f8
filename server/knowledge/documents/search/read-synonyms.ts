import type { Sql } from "postgres";
import type { LoadedPassages } from "./loaded-passages.ts";

/** Groups that count in a base: its own before those of the workspace. */
export async function readSynonyms(sql: Sql, baseId: string): Promise<LoadedPassages["synonyms"]> {
  const rows = await sql<{ words: string[] }[]>`
    select s.words from knowledge_base b join faq_synonym s
      on s.workspace_id = b.workspace_id and (s.base_id = b.id or s.base_id is null)
    where b.id = ${baseId} and cardinality(s.words) > 1 order by s.base_id nulls last, s.id`;
  return rows.map(({ words }) => words);
}

/** For a row `b` of knowledge_base: what `synonymsStamp` is. */
export const synonymsStampOf = (sql: Sql) => sql`
  (select count(*) || ' ' || coalesce(max(updated_at)::text, '') from faq_synonym s where s.workspace_id = b.workspace_id)`;
