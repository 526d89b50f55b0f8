import { randomInt } from "node:crypto";
import type { TransactionSql } from "postgres";
import type { BotSettings } from "#drizzle/schema/bot.ts";
import type { Bundle } from "#flows/kernel/flow.ts";
import { AppError } from "#server/app-error.ts";
import { toJsonText } from "#server/db/to-json-text.ts";
import { addSuite, type NewSuite } from "./add-suite.ts";

export type NewBot = {
  readonly workspaceId: string;
  readonly name: string;
  readonly bundle: Bundle;
  readonly settings?: BotSettings;
  readonly suites: readonly NewSuite[];
};

/** As many as the console lists. */
const BOTS_MAX = 500;

/** Without letters and digits that are mistaken for each other: keys are read out and typed. */
const KEY_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
const KEY_CHARS = 6;
/** With 31⁶ keys a second try is rare, and a fifth means that something else is wrong. */
const KEY_TRIES = 5;

const DEFAULT_SETTINGS: BotSettings = {
  locales: ["zh-CN", "en"],
  theme: { color: "#4f46e5", position: "right", dark: "auto", launcherText: null, avatarUrl: null },
  allowedOrigins: [],
  sound: true,
  fileUpload: true,
  identityRequired: false,
  burstMs: 0,
};

/** Writes a bot with its draft and its tests. It has no version: nobody can talk to it before it is published. */
export async function addBot(
  tx: TransactionSql,
  bot: NewBot,
): Promise<{ readonly botId: string; readonly key: string }> {
  const { workspaceId } = bot;
  const [counted] = await tx<{ bots: number }[]>`
    select count(*)::int as bots from bot where workspace_id = ${workspaceId} and deleted_at is null`;
  if ((counted?.bots ?? 0) >= BOTS_MAX) throw new AppError("conflict", { reason: "too_many_bots" });
  const added = await insertBot(tx, bot);
  await tx`insert into flow_draft (bot_id, workspace_id, bundle)
    values (${added.botId}, ${workspaceId}, ${toJsonText(bot.bundle)}::text::jsonb)`;
  for (const suite of bot.suites) await addSuite(tx, { workspaceId, botId: added.botId, suite });
  return added;
}

async function insertBot(tx: TransactionSql, { workspaceId, name, settings = DEFAULT_SETTINGS }: NewBot) {
  for (let left = KEY_TRIES; left > 0; left -= 1) {
    const key = createBotKey();
    const [row] = await tx<{ id: string }[]>`
      insert into bot (workspace_id, key, name, settings)
      values (${workspaceId}, ${key}, ${name}, ${toJsonText(settings)}::text::jsonb)
      on conflict (key) do nothing returning id`;
    if (row) return { botId: row.id, key };
  }
  throw new Error("no free bot key was found");
}

function createBotKey(): string {
  const signs = Array.from({ length: KEY_CHARS }, () => KEY_SIGNS[randomInt(KEY_SIGNS.length)] ?? "a");
  return `bot-${signs.join("")}`;
}
