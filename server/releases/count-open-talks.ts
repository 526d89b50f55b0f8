import type { TransactionSql } from "postgres";

/** More than this is "many"; counting on would read every talk that the bot ever had. */
const COUNTED_MAX = 1_000;
/** Older talks are over for their customers even where nobody ended them. */
const DAYS = 7;

/** How many talks of the bot are under way, up to 1,000. */
export async function countOpenTalks(tx: TransactionSql, botId: string): Promise<number> {
  const [row] = await tx<{ talks: number }[]>`
    select count(*)::int as talks from (
      select from conversation where bot_id = ${botId} and status <> 'ended' and updated_at > now() - make_interval(days => ${DAYS})
      order by id desc limit ${COUNTED_MAX}) open`;
  return row?.talks ?? 0;
}
