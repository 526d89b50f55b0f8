import type { TransactionSql } from "postgres";

/** `days`: the last seven, oldest first, today last. Messages count by the day on which they were said. */
export type Traffic = {
  readonly days: readonly {
    readonly day: string;
    readonly conversations: number;
    readonly messages: number;
  }[];
};

type Row = {
  readonly botId: string;
  readonly day: string;
  readonly conversations: number;
  readonly messages: number;
};

const DAYS = 7;
/** Talks may be resumed later; messages in those older than this are not worth reading a month of rows. */
const RESUMED_DAYS = 14;

/**
 * Conversations and messages of each bot by day. Conversation ids carry their time (UUID v7), so the newest are one range of the
 * index (bot, id) and nothing older is read.
 */
export async function listTraffic(
  tx: TransactionSql,
  { botIds, timeZone }: { readonly botIds: readonly string[]; readonly timeZone: string },
): Promise<ReadonlyMap<string, Traffic>> {
  const rows = await tx<Row[]>`
    with days as (
      select day::date as day, day at time zone ${timeZone} as begins, (day + interval '1 day') at time zone ${timeZone} as ends
      from generate_series(date_trunc('day', now() at time zone ${timeZone}) - make_interval(days => ${DAYS - 1}),
        date_trunc('day', now() at time zone ${timeZone}), interval '1 day') as day
    ), edge as (
      select min(begins) as since, (lpad(to_hex(floor(extract(epoch from min(begins) - make_interval(days => ${RESUMED_DAYS})) * 1000)::bigint), 12, '0')
        || '00000000000000000000')::uuid as first_id from days
    ), recent as (
      select c.id, c.bot_id, c.created_at from conversation c, edge
      where c.bot_id = any(${[...botIds]}::uuid[]) and c.id >= edge.first_id
    ), talks as (
      select r.bot_id, d.day, count(*)::int as n from recent r join days d on r.created_at >= d.begins and r.created_at < d.ends
      group by 1, 2
    ), said as (
      select r.bot_id, d.day, count(*)::int as n
      from recent r join message m on m.conversation_id = r.id, edge, days d
      where m.at >= edge.since and m.at >= d.begins and m.at < d.ends
      group by 1, 2
    )
    select b.id as "botId", to_char(d.day, 'YYYY-MM-DD') as day, coalesce(t.n, 0) as conversations, coalesce(s.n, 0) as messages
    from unnest(${[...botIds]}::uuid[]) as b(id) cross join days d
    left join talks t on t.bot_id = b.id and t.day = d.day
    left join said s on s.bot_id = b.id and s.day = d.day
    order by d.day`;
  const byBot = Map.groupBy(rows, (row) => row.botId);
  return new Map(
    botIds.map((id) => [
      id,
      {
        days: (byBot.get(id) ?? []).map(({ day, conversations, messages }) => ({
          day,
          conversations,
          messages,
        })),
      },
    ]),
  );
}
