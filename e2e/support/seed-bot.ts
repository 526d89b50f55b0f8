import { randomUUID } from "node:crypto";
import type { BotSettings } from "#drizzle/schema/bot.ts";
import type { Bundle } from "#flows/kernel/flow.ts";
import { ENGINE_ABI } from "#flows/kernel/session.ts";
import type { Sql } from "#server/db/connect.ts";
import { compileModels } from "#server/runtime/compile-models.ts";

export const defaultBotSettings: BotSettings = {
  locales: ["zh-CN", "en"],
  theme: { color: "#4f46e5", position: "right", dark: "auto", launcherText: null, avatarUrl: null },
  allowedOrigins: [],
  sound: true,
  fileUpload: true,
  identityRequired: false,
  burstMs: 0,
};

export type SeededBot = {
  readonly botId: string;
  readonly workspaceId: string;
  readonly key: string;
  readonly versionId: string;
};

/** A workspace with one bot that serves this bundle. */
export async function seedBot(
  sql: Sql,
  bundle: Bundle,
  settings: Partial<BotSettings> = {},
): Promise<SeededBot> {
  const key = `bot-${randomUUID().slice(0, 8)}`;
  const [workspace] = await sql<{ id: string }[]>`insert into workspace (name) values ('Test') returning id`;
  const workspaceId = workspace?.id ?? "";
  const [bot] = await sql<{ id: string }[]>`insert into bot (workspace_id, key, name, settings)
    values (${workspaceId}, ${key}, 'Test', ${JSON.stringify({ ...defaultBotSettings, ...settings })}::text::jsonb) returning id`;
  const botId = bot?.id ?? "";
  const [version] = await sql<{ id: string }[]>`
    insert into flow_version (workspace_id, bot_id, number, bundle, models, content_hash, engine_abi)
    values (${workspaceId}, ${botId}, 1, ${JSON.stringify(bundle)}::text::jsonb, ${JSON.stringify(compileModels(bundle))}::text::jsonb,
      'test', ${ENGINE_ABI}) returning id`;
  const versionId = version?.id ?? "";
  await sql`update bot set live_version_id = ${versionId} where id = ${botId}`;
  return { botId, workspaceId, key, versionId };
}
