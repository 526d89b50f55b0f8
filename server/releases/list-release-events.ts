import type { TransactionSql } from "postgres";
import type { releaseEvent } from "../../drizzle/schema/release.ts";

const EVENTS_MAX = 50;

export type ListedReleaseEvent = Pick<
  typeof releaseEvent.$inferSelect,
  "id" | "kind" | "versionId" | "number" | "authorName" | "at"
>;

/** The bot's release history, newest first. */
export async function listReleaseEvents(
  tx: TransactionSql,
  botId: string,
): Promise<readonly ListedReleaseEvent[]> {
  return tx<ListedReleaseEvent[]>`
    select id, kind, version_id as "versionId", number, author_name as "authorName", at
    from release_event where bot_id = ${botId} order by id desc limit ${EVENTS_MAX}`;
}
