import type { TransactionSql } from "postgres";
import { SAMPLE_BOT_KEY, SAMPLE_LOCALE, SAMPLE_NAMES } from "#drizzle/seed.ts";
import { bundleSchema } from "#flows/kernel/flow.ts";
import type { Locale } from "#flows/kernel/text.ts";
import { toShopBundle } from "#flows/packs/shop/shop-bundle.ts";
import type { Sql } from "#server/db/connect.ts";
import { toJsonText } from "#server/db/to-json-text.ts";
import { goLive } from "#server/releases/go-live.ts";
import { hashContent } from "#server/releases/hash-content.ts";
import { writeVersion } from "#server/releases/write-version.ts";

type Sample = { readonly botId: string; readonly workspaceId: string };

const NEW_REV = 1;
/** The rev as well: whoever has read the old bundle would go on with it. */
const RETITLED_REV = 2;

/**
 * Gives the sample bot its name, and its flow the titles, tags and categories, of its owner's language. Only a sample that nobody
 * has touched: later it is somebody's work. One that is still being learned comes out in the language that it began with, and
 * follows its draft then (`publishTitles`): who is first, setup or the sample, makes no difference.
 */
export async function retitleSample(
  tx: TransactionSql,
  { workspaceId, locale }: { readonly workspaceId: string; readonly locale: Locale },
): Promise<void> {
  if (locale === SAMPLE_LOCALE) return;
  const sample = await holdSample(tx);
  if (sample?.workspaceId !== workspaceId) return;
  const bundleText = toJsonText(bundleSchema.parse(toShopBundle(locale)));
  const retitled = await tx`
    update flow_draft set bundle = ${bundleText}::text::jsonb, rev = ${RETITLED_REV}, updated_at = now()
    where bot_id = ${sample.botId} and rev = ${NEW_REV} returning bot_id`;
  if (retitled.length === 0) return;
  await tx`update bot set name = ${SAMPLE_NAMES[locale]} where id = ${sample.botId} and name = ${SAMPLE_NAMES[SAMPLE_LOCALE]}`;
  await publishTitles(tx, sample);
}

/** What setup wrote into the draft while the sample was being learned goes live as well. */
export async function publishSampleTitles(sql: Sql): Promise<void> {
  await sql.begin(async (tx) => {
    const sample = await holdSample(tx);
    if (sample) await publishTitles(tx, sample);
  });
}

/** Publishing holds the same row: whoever comes second sees what the first has done. */
async function holdSample(tx: TransactionSql): Promise<Sample | undefined> {
  const [sample] = await tx<Sample[]>`
    select id as "botId", workspace_id as "workspaceId" from bot
    where key = ${SAMPLE_BOT_KEY} and deleted_at is null for no key update`;
  return sample;
}

/**
 * What the sample learned is of customers' words, which are in both languages anyway, so it need not learn again. Only while its
 * first version is its only one: each start asks, and would undo a rollback to it, or overtake a gray release.
 */
async function publishTitles(tx: TransactionSql, { botId, workspaceId }: Sample): Promise<void> {
  const [first] = await tx<{ draft: unknown; models: string }[]>`
    select d.bundle as draft, v.models::text as models
    from bot b join flow_draft d on d.bot_id = b.id join flow_version v on v.id = b.live_version_id
    where b.id = ${botId} and d.rev = ${RETITLED_REV} and v.number = 1 and v.author_id is null
      and not exists (select from flow_version later where later.bot_id = b.id and later.number > 1)`;
  const bundle = bundleSchema.nullable().parse(first?.draft ?? null);
  const locale = bundle?.flow.settings.language ?? SAMPLE_LOCALE;
  if (!first || !bundle || locale === SAMPLE_LOCALE) return;
  // An edit of the untouched sample also makes this rev.
  const contentHash = hashContent(bundle);
  if (contentHash !== hashContent(bundleSchema.parse(toShopBundle(locale)))) return;
  const compiled = { bundleText: toJsonText(bundle), models: first.models, contentHash };
  const facts = { botId, workspaceId, authorId: null, draftRev: null, warnings: [], testReport: null };
  const version = await writeVersion(tx, compiled, { ...facts, note: SAMPLE_NAMES[locale] });
  const actor = { name: "Jieda" };
  await goLive(tx, { ...version, botId, workspaceId, kind: "published", running: "finish", actor });
}
