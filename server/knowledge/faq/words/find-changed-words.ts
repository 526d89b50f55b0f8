import type { Sql } from "postgres";

const FOUND_MAX = 100;

/** Bases whose live release does not know the words of now, the longest waiting first. */
export async function findChangedWords(sql: Sql): Promise<readonly string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from knowledge_base where words_changed_at is not null and deleted_at is null
    order by words_changed_at limit ${FOUND_MAX}`;
  return rows.map(({ id }) => id);
}
