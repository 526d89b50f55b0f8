import type { TransactionSql } from "postgres";
import { SAMPLE_BOT_KEY, SAMPLE_LOCALE } from "#drizzle/seed.ts";
import { bundleSchema } from "#flows/kernel/flow.ts";
import type { Locale } from "#flows/kernel/text.ts";
import { toShopBundle } from "#flows/packs/shop/shop-bundle.ts";
import { toJsonText } from "#server/db/to-json-text.ts";
import { goLive } from "#server/releases/go-live.ts";
import { hashContent } from "#server/releases/hash-content.ts";
import { writeVersion } from "#server/releases/write-version.ts";

type Sample = {
  readonly botId: string;
  readonly note: string | null;
  /** What its live version has learned. */
  readonly models: string;
};

/**
 * Gives the sample bot the titles, tags and categories of its owner's language. Only a sample that nobody has touched: later
 * it is somebody's work; and only a published one, for what is being learned for it right now comes out in the language of the draft
 * that it began with. What it learned is of customers' words, which are in both languages anyway, so it need not learn again.
 */
export async function retitleSample(
  tx: TransactionSql,
  { workspaceId, locale }: { readonly workspaceId: string; readonly locale: Locale },
): Promise<void> {
  if (locale === SAMPLE_LOCALE) return;
  const [sample] = await tx<Sample[]>`
    select b.id as "botId", v.note, v.models::text as models
    from bot b join flow_draft d on d.bot_id = b.id join flow_version v on v.id = b.live_version_id
    where b.key = ${SAMPLE_BOT_KEY} and b.workspace_id = ${workspaceId} and b.deleted_at is null
      and d.rev = 1 and v.number = 1 and v.author_id is null
    for update of b, d`;
  if (!sample) return;
  const { botId } = sample;
  const bundle = bundleSchema.parse(toShopBundle(locale));
  const bundleText = toJsonText(bundle);
  // The rev as well: whoever has read this one would go on with the old bundle.
  await tx`update flow_draft set bundle = ${bundleText}::text::jsonb, rev = rev + 1, updated_at = now() where bot_id = ${botId}`;

  const compiled = { bundleText, models: sample.models, contentHash: hashContent(bundle) };
  const facts = { botId, workspaceId, authorId: null, draftRev: null, warnings: [], testReport: null };
  const version = await writeVersion(tx, compiled, { ...facts, note: sample.note ?? "" });
  const actor = { name: "Jieda" };
  await goLive(tx, { ...version, botId, workspaceId, kind: "published", running: "finish", actor });
}
