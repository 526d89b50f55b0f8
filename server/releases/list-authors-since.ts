import type { TransactionSql } from "postgres";

const AUTHORS_MAX = 20;

/** Who changed the draft after a rev, by name, as far as changes are kept. */
export async function listAuthorsSince(
  tx: TransactionSql,
  { botId, rev }: { readonly botId: string; readonly rev: number },
): Promise<readonly string[]> {
  const rows = await tx<{ name: string }[]>`
    select author_name as name from draft_change where bot_id = ${botId} and rev > ${rev}
    group by author_name order by max(rev) desc limit ${AUTHORS_MAX}`;
  return rows.map(({ name }) => name);
}
