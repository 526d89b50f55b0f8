import type { Sql } from "postgres";
import type { BotSettings } from "../../drizzle/schema/bot.ts";

export type BotState = {
  readonly botId: string;
  readonly workspaceId: string;
  readonly key: string;
  readonly name: string;
  readonly settings: BotSettings;
  readonly identitySecret: string | null;
  readonly liveVersionId: string | null;
  readonly isPaused: boolean;
};

/** A publish or rollback reaches every process within this time, without a message between them. */
const BOT_FRESH_MS = 2_000;

/** Keys that exist nowhere are remembered as long, so that guessing them costs the database nothing; at most this many. */
const BOTS_MAX = 5_000;

export type BotStore = {
  findByKey(key: string): Promise<BotState | null>;
  find(botId: string): Promise<BotState | null>;
  getBurstMs(botId: string): number | Promise<number>;
  /** After a change in this very process. */
  forgetAll(): void;
};

type Entry = { readonly bot: BotState | null; readonly readAt: number };

export function createBotStore(sql: Sql, now: () => number): BotStore {
  const entries = new Map<string, Entry>();

  const read = async (column: "key" | "id", value: string): Promise<BotState | null> => {
    const [row] = await sql<BotState[]>`
      select id as "botId", workspace_id as "workspaceId", key, name, settings, identity_secret as "identitySecret",
        live_version_id as "liveVersionId", is_paused as "isPaused"
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
    forgetAll: () => entries.clear(),
  };
}
