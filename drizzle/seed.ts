import { bundleSchema } from "../flows/kernel/flow.ts";
import type { NodeRegistry } from "../flows/kernel/registry.ts";
import { toShopBundle } from "../flows/packs/shop/shop-bundle.ts";
import type { Sql } from "../server/db/connect.ts";
import { toJsonText } from "../server/db/to-json-text.ts";
import { publishVersion } from "../server/releases/publish-version.ts";
import type { BotSettings } from "./schema/bot.ts";

/** The sample bot's public key: the chat page that the start prints is /chat/shop. */
export const SAMPLE_BOT_KEY = "shop";

/** Titles on the canvas are in one language, until an owner comes who reads another; what customers read is in both. */
export const SAMPLE_LOCALE = "zh-CN";
export const SAMPLE_NAMES = { "zh-CN": "示例商店", en: "Sample shop" };
const shopBundle = bundleSchema.parse(toShopBundle(SAMPLE_LOCALE));

const SEED_LOCK = 54_333;

const settings: BotSettings = {
  locales: ["zh-CN", "en"],
  theme: { color: "#4f46e5", position: "right", dark: "auto", launcherText: null, avatarUrl: null },
  allowedOrigins: [],
  sound: true,
  fileUpload: true,
  identityRequired: false,
  burstMs: 0,
};

/**
 * Gives a new installation its workspace and the sample shop, published and ready to talk. An installation that has a
 * workspace is left as it is; processes that start together seed once.
 */
export async function seed(sql: Sql, registry: NodeRegistry): Promise<void> {
  const sample = await insertSample(sql);
  if (!sample) return;
  const result = await publishVersion(
    { sql, registry },
    { ...sample, bundle: shopBundle, note: SAMPLE_NAMES[SAMPLE_LOCALE], authorId: null },
  );
  if (result.type === "refused")
    throw new Error(
      `the sample shop has ${result.problems.length} problems: ${JSON.stringify(result.problems[0])}`,
    );
}

/** A start that was killed before it published is finished by the next one. */
async function insertSample(
  sql: Sql,
): Promise<{ readonly botId: string; readonly workspaceId: string } | null> {
  return sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${SEED_LOCK})`;
    const [unfinished] = await tx<{ botId: string; workspaceId: string }[]>`
      select id as "botId", workspace_id as "workspaceId" from bot where key = ${SAMPLE_BOT_KEY} and live_version_id is null and deleted_at is null`;
    if (unfinished) return unfinished;
    const [known] = await tx`select from workspace limit 1`;
    if (known) return null;
    const [workspace] = await tx<
      { id: string }[]
    >`insert into workspace (name) values ('Jieda') returning id`;
    const workspaceId = workspace?.id ?? "";
    const [bot] = await tx<{ id: string }[]>`
      insert into bot (workspace_id, key, name, settings)
      values (${workspaceId}, ${SAMPLE_BOT_KEY}, ${SAMPLE_NAMES[SAMPLE_LOCALE]}, ${toJsonText(settings)}::text::jsonb) returning id`;
    const botId = bot?.id ?? "";
    await tx`insert into flow_draft (bot_id, workspace_id, bundle) values (${botId}, ${workspaceId}, ${toJsonText(shopBundle)}::text::jsonb)`;
    return { botId, workspaceId };
  });
}
