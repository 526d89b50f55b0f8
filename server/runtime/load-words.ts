import { LRUCache } from "lru-cache";
import type { Fragment, Sql, TransactionSql } from "postgres";
import { NO_WORDS, type WordGroups } from "../understanding/create-rephraser.ts";

/**
 * Synonyms and terms that count in a whole workspace, as the intents and question sets of its bots are asked. Bases learn them into
 * releases of their own (`knowledge/faq/words`); a version of a bot never changes, so there they are looked up when somebody asks.
 *
 * W1. They cost a warm turn no query: whether they are still the same is read along with the bot (`bot-store`).
 * W2. One list stays one object until it changes: what matchers prepare for it they prepare once.
 */

type Known = { readonly stamp: string; readonly words: WordGroups };

/** The stamp of a workspace without any. */
export const NO_WORDS_STAMP = "";

const WORKSPACES_MAX = 500;
const GROUPS_MAX = 2_000;

const ready = new LRUCache<string, Known>({ max: WORKSPACES_MAX });

/** Another text whenever a group comes, goes or changes. */
export const wordsStampOf = (sql: Sql | TransactionSql, workspaceId: Fragment): Fragment => sql`
  (select coalesce(count(*) || ' ' || sum(extract(epoch from s.updated_at)), ${NO_WORDS_STAMP}) from faq_synonym s
    where s.workspace_id = ${workspaceId} and s.base_id is null)`;

/** Null when what is in memory is of another stamp. */
export function findWords(workspaceId: string, stamp: string): WordGroups | null {
  if (stamp === NO_WORDS_STAMP) return NO_WORDS;
  const known = ready.get(workspaceId);
  return known?.stamp === stamp ? known.words : null;
}

/** As they are this moment, which is at least as new as the stamp. */
export async function readWords(
  sql: Sql | TransactionSql,
  workspaceId: string,
  stamp: string,
): Promise<WordGroups> {
  const rows = await sql<{ words: string[] }[]>`
    select words from faq_synonym where workspace_id = ${workspaceId} and base_id is null order by id limit ${GROUPS_MAX}`;
  const words = rows.map((row) => row.words);
  ready.set(workspaceId, { stamp, words });
  return words;
}

/** For who has just changed them and wants to see what comes of it. */
export async function readFreshWords(sql: Sql | TransactionSql, workspaceId: string): Promise<WordGroups> {
  const [row] = await sql<{ stamp: string }[]>`select ${wordsStampOf(sql, sql`${workspaceId}`)} as stamp`;
  const stamp = row?.stamp ?? NO_WORDS_STAMP;
  return findWords(workspaceId, stamp) ?? readWords(sql, workspaceId, stamp);
}
