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

/** The stamp of a workspace without any. */
export const NO_WORDS_STAMP = "";

const LISTS_MAX = 500;
const GROUPS_MAX = 2_000;
/** Bots of a workspace may be this far apart in what they know of its words (`bot-store`). */
const OLD_STAMP_MS = 2_000;

/** By workspace and stamp: bots that are apart do not put out each other's list. */
const ready = new LRUCache<string, WordGroups>({ max: LISTS_MAX });

const keyOf = (workspaceId: string, stamp: string) => `${workspaceId}/${stamp}`;

/** Another text whenever a group comes, goes or changes. */
export const wordsStampOf = (sql: Sql | TransactionSql, workspaceId: Fragment): Fragment => sql`
  (select coalesce(count(*) || ' ' || sum(extract(epoch from s.updated_at)), ${NO_WORDS_STAMP}) from faq_synonym s
    where s.workspace_id = ${workspaceId} and s.base_id is null)`;

/** Null when nothing in memory is of this stamp. */
export function findWords(workspaceId: string, stamp: string): WordGroups | null {
  return stamp === NO_WORDS_STAMP ? NO_WORDS : (ready.get(keyOf(workspaceId, stamp)) ?? null);
}

/**
 * As they are this moment, which is at least as new as the stamp. They are kept under the stamp that they have now; under an older one
 * only while bots may still ask for it, as a group that goes again brings it back.
 */
export async function readWords(
  sql: Sql | TransactionSql,
  workspaceId: string,
  stamp: string,
): Promise<WordGroups> {
  const rows = await sql<{ words: string[]; stamp: string }[]>`
    select s.words, ${wordsStampOf(sql, sql`${workspaceId}`)} as stamp from faq_synonym s
    where s.workspace_id = ${workspaceId} and s.base_id is null order by s.id limit ${GROUPS_MAX}`;
  const now = rows[0]?.stamp ?? NO_WORDS_STAMP;
  const words = findWords(workspaceId, now) ?? rows.map((row) => row.words);
  ready.set(keyOf(workspaceId, now), words);
  if (now !== stamp) ready.set(keyOf(workspaceId, stamp), words, { ttl: OLD_STAMP_MS });
  return words;
}

/** For who has just changed them and wants to see what comes of it. */
export async function readFreshWords(sql: Sql | TransactionSql, workspaceId: string): Promise<WordGroups> {
  const [row] = await sql<{ stamp: string }[]>`select ${wordsStampOf(sql, sql`${workspaceId}`)} as stamp`;
  const stamp = row?.stamp ?? NO_WORDS_STAMP;
  return findWords(workspaceId, stamp) ?? readWords(sql, workspaceId, stamp);
}
