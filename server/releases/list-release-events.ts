import type { TransactionSql } from "postgres";
import type { releaseEvent } from "../../drizzle/schema/release.ts";
import type { Breach } from "./measure-gray.ts";

const EVENTS_MAX = 50;

export type ListedReleaseEvent = Pick<
  typeof releaseEvent.$inferSelect,
  "id" | "kind" | "versionId" | "number" | "authorName" | "at"
> & {
  /** The share of a gray release that was started or changed. */
  readonly percent: number | null;
  /** Why a gray release was halted. */
  readonly breach: Breach | null;
};

/** The bot's release history, newest first. */
export async function listReleaseEvents(
  tx: TransactionSql,
  botId: string,
): Promise<readonly ListedReleaseEvent[]> {
  return tx<ListedReleaseEvent[]>`
    select id, kind, version_id as "versionId", number, author_name as "authorName", at,
      (facts #>> '{audience,percent}')::float8 as percent, case kind when 'gray-halted' then facts end as breach
    from release_event where bot_id = ${botId} order by id desc limit ${EVENTS_MAX}`;
}
