import type { Sql } from "postgres";
import type { BotSettings } from "../../drizzle/schema/bot.ts";
import { NO_WORDS_STAMP, wordsStampOf } from "./load-words.ts";
import type { OpenGrayRelease } from "./pick-version.ts";
import { resolveMove, type VersionMove, type VersionMoves } from "./version-moves.ts";

export type BotState = {
  readonly botId: string;
  readonly workspaceId: string;
  readonly key: string;
  readonly name: string;
  readonly settings: BotSettings;
  readonly identitySecret: string | null;
  readonly liveVersionId: string | null;
  readonly isPaused: boolean;
  /** A running one; null when there is none or its guard has halted it. */
  readonly gray: OpenGrayRelease | null;
  readonly moves: VersionMoves | null;
  /** Of the words of its workspace, see `load-words`. */
  readonly wordsStamp: string;
};

/** A publish, a rollback or a change of a gray release reaches every process within this time, without a message between them. */
const BOT_FRESH_MS = 2_000;

/** Keys that exist nowhere are remembered as long, so that guessing them costs the database nothing; at most this many. */
const BOTS_MAX = 5_000;

export type BotStore = {
  findByKey(key: string): Promise<BotState | null>;
  find(botId: string): Promise<BotState | null>;
  getBurstMs(botId: string): number | Promise<number>;
  /** In memory as `findMove` is. */
  getWordsStamp(botId: string): string | Promise<string>;
  /** Where talks on this version go on, if a release took them along. In memory but for one read every two seconds. */
  findMove(botId: string, versionId: string): VersionMove | null | Promise<VersionMove | null>;
  /** After a change in this very process. */
  forgetAll(): void;
};

type Entry = { readonly bot: BotState | null; readonly readAt: number };

export function createBotStore(sql: Sql, now: () => number): BotStore {
  const entries = new Map<string, Entry>();

  const read = async (column: "key" | "id", value: string): Promise<BotState | null> => {
    const [row] = await sql<BotState[]>`
      select id as "botId", workspace_id as "workspaceId", key, name, settings, identity_secret as "identitySecret",
        live_version_id as "liveVersionId", is_paused as "isPaused",
        (select jsonb_build_object('id', g.id, 'versionId', g.version_id, 'audience', g.audience) from gray_release g
          where g.bot_id = bot.id and g.state = 'running') as gray,
        (select jsonb_object_agg(m.from_version_id, jsonb_build_object('to', m.to_version_id, 'mode', m.mode))
          from version_move m where m.bot_id = bot.id) as moves,
        ${wordsStampOf(sql, sql`bot.workspace_id`)} as "wordsStamp"
      from bot where ${column === "key" ? sql`key = ${value}` : sql`id = ${value}`} and deleted_at is null`;
    if (entries.size >= BOTS_MAX) entries.clear();
    const entry = { bot: row ?? null, readAt: now() };
    entries.set(`${column}:${value}`, entry);
    return entry.bot;
  };

  const find = (column: "key" | "id", value: string): BotState | null | Promise<BotState | null> => {
    const entry = entries.get(`${column}:${value}`);
    return entry && now() - entry.readAt < BOT_FRESH_MS ? entry.bot : read(column, value);
  };

  return {
    findByKey: async (key) => find("key", key),
    find: async (botId) => find("id", botId),
    getBurstMs: (botId) => {
      const bot = find("id", botId);
      return bot instanceof Promise
        ? bot.then((found) => found?.settings.burstMs ?? 0)
        : (bot?.settings.burstMs ?? 0);
    },
    getWordsStamp: (botId) => {
      const bot = find("id", botId);
      return bot instanceof Promise
        ? bot.then((found) => found?.wordsStamp ?? NO_WORDS_STAMP)
        : (bot?.wordsStamp ?? NO_WORDS_STAMP);
    },
    findMove: (botId, versionId) => {
      const bot = find("id", botId);
      return bot instanceof Promise
        ? bot.then((found) => findMove(found, versionId))
        : findMove(bot, versionId);
    },
    forgetAll: () => entries.clear(),
  };
}

function findMove(bot: BotState | null, versionId: string): VersionMove | null {
  return bot?.moves ? resolveMove(bot.moves, versionId) : null;
}
