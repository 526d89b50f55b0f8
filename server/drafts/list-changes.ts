import type { TransactionSql } from "postgres";
import type { Op } from "#flows/editing/op.ts";

export type SavedChange = {
  readonly rev: number;
  readonly clientId: string;
  readonly authorName: string;
  readonly ops: readonly Op[];
};

/** More than this is quicker loaded as a whole. */
const CHANGES_MAX = 300;

type Span = { readonly botId: string; readonly after: number; readonly until: number };

/** Every change of a span of revs, oldest first; null when it is long, or older than what is kept. */
export async function listChanges(
  tx: TransactionSql,
  { botId, after, until }: Span,
): Promise<readonly SavedChange[] | null> {
  if (after >= until) return after === until ? [] : null;
  if (until - after > CHANGES_MAX) return null;
  const changes = await tx<SavedChange[]>`
    select rev, client_id as "clientId", author_name as "authorName", ops from draft_change
    where bot_id = ${botId} and rev > ${after} and rev <= ${until} order by rev`;
  return changes.length === until - after ? changes : null;
}
