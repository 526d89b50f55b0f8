import type { TransactionSql } from "postgres";
import type { GrayGuard } from "../../drizzle/schema/release.ts";
import type { Sql } from "../db/connect.ts";

/** Talks that began on the gray version since it went out, and in how many of them something went wrong. */
export type GrayFigures = {
  readonly conversations: number;
  /** A step failed, or an event was given up. */
  readonly failed: number;
  /** The bot did not know, or the flow's error path was taken. */
  readonly fallbacks: number;
  /** The customer disliked an answer, or gave the talk one or two stars. */
  readonly disliked: number;
};

type Release = { readonly botId: string; readonly versionId: string; readonly startedAt: Date };

/** The newest talks count; older ones neither save nor sink a release that has been out for days. */
const TALKS_MAX = 2_000;

/** Clocks of database and processes differ; ids of talks carry the latter's. */
const CLOCK_SLACK_MS = 60_000;

export async function measureGray(
  sql: Sql | TransactionSql,
  { botId, versionId, startedAt }: Release,
): Promise<GrayFigures> {
  const [figures] = await sql<GrayFigures[]>`
    with talks as materialized (
      select id from conversation
      where bot_id = ${botId} and version_id = ${versionId} and id >= ${toIdFloor(startedAt)} and created_at >= ${startedAt}
      order by id desc limit ${TALKS_MAX}
    ), lost as (
      select distinct conversation_id from metric_event where bot_id = ${botId} and name = 'fallback' and at >= ${startedAt}
    ), facts as (
      select
        exists (select from turn t where t.conversation_id = talks.id and jsonb_path_exists(t.steps, '$[*] ? (@.error != null)'))
          or exists (select from inbound i where i.conversation_id = talks.id and i.state = 'dead') as failed,
        exists (select from lost where lost.conversation_id = talks.id)
          or exists (select from turn t where t.conversation_id = talks.id and jsonb_path_exists(t.steps, '$[*] ? (@.kind == "fallback")')) as fallback,
        exists (select from rating r where r.conversation_id = talks.id and r.value in ('down', '1', '2')) as disliked
      from talks
    )
    select count(*)::int as conversations, count(*) filter (where failed)::int as failed,
      count(*) filter (where fallback)::int as fallbacks, count(*) filter (where disliked)::int as disliked
    from facts`;
  return figures ?? { conversations: 0, failed: 0, fallbacks: 0, disliked: 0 };
}

/** The smallest UUID v7 of that time: talks are found by their key, in its order. */
function toIdFloor(at: Date): string {
  const hex = Math.max(0, at.getTime() - CLOCK_SLACK_MS)
    .toString(16)
    .padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

export type Breach = {
  readonly metric: "failure" | "fallback" | "down";
  readonly value: number;
  readonly max: number;
};

/** The first limit that is passed, once enough talks have been seen; null while all is well. */
export function findBreach(figures: GrayFigures, guard: GrayGuard): Breach | null {
  if (figures.conversations === 0 || figures.conversations < guard.conversationsMin) return null;
  const checks = [
    { metric: "failure", count: figures.failed, max: guard.failureRateMax },
    { metric: "fallback", count: figures.fallbacks, max: guard.fallbackRateMax },
    { metric: "down", count: figures.disliked, max: guard.downRateMax },
  ] as const;
  for (const { metric, count, max } of checks) {
    const value = count / figures.conversations;
    if (max !== null && value > max) return { metric, value, max };
  }
  return null;
}
