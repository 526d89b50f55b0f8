import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { SAMPLE_BOT_KEY, SAMPLE_NAMES, seed } from "#drizzle/seed.ts";
import { createTestDatabase, type TestDatabase } from "#e2e/support/test-database.ts";
import { type Bundle, bundleSchema } from "#flows/kernel/flow.ts";
import { nodeRegistry } from "#flows/nodes/registry.ts";
import { toShopBundle } from "#flows/packs/shop/shop-bundle.ts";
import { compileModels } from "#server/runtime/compile-models.ts";
import { publishSampleTitles, retitleSample } from "./retitle-sample.ts";

const english = bundleSchema.parse(toShopBundle("en"));

let db: TestDatabase;
let workspaceId: string;

beforeAll(async () => {
  db = await createTestDatabase();
  await seed(db.sql, nodeRegistry);
  const [row] = await db.sql<{ id: string }[]>`select id from workspace`;
  workspaceId = row?.id ?? "";
}, 120_000);
afterAll(() => db.drop());

/** The first version, as once it is learned, and as after a rollback. */
const goLive = () =>
  db.sql`update bot set live_version_id = (select id from flow_version where number = 1) where key = ${SAMPLE_BOT_KEY}`;

/** Each test begins as a new installation does; seeding anew would only learn the same again. */
beforeEach(async () => {
  await goLive();
  await db.sql`update bot set name = ${SAMPLE_NAMES["zh-CN"]}`;
  await db.sql`delete from release_event where version_id in (select id from flow_version where number > 1)`;
  await db.sql`delete from flow_version where number > 1`;
  await db.sql`update flow_draft set rev = 1, bundle = (select bundle from flow_version where number = 1)`;
});

const read = async () => {
  const [row] = await db.sql<
    { name: string; draft: Bundle; rev: number; live: Bundle; number: number; models: unknown }[]
  >`
    select b.name, d.bundle as draft, d.rev, v.bundle as live, v.number, v.models from bot b
    join flow_draft d on d.bot_id = b.id join flow_version v on v.id = b.live_version_id where b.key = ${SAMPLE_BOT_KEY}`;
  if (row === undefined) throw new Error("there is no sample");
  return row;
};
const retitle = (locale: "zh-CN" | "en") => db.sql.begin((tx) => retitleSample(tx, { workspaceId, locale }));

test("an owner who reads English gets an English flow to read, as the draft and as what is live", async () => {
  await retitle("en");
  const { name, draft, rev, live, number } = await read();
  expect(name).toBe("Sample shop");
  expect([draft, live]).toEqual([english, english]);
  // By the rev others know that what they have read is old.
  expect([number, rev]).toEqual([2, 2]);
});

test("what the sample has learned is what it would learn from its English flow", async () => {
  await retitle("en");
  const { models } = await read();
  // As stored: JSON knows no `undefined`.
  expect(models).toEqual(JSON.parse(JSON.stringify(compileModels(english))));
}, 60_000);

test("an owner who reads Chinese finds the sample as it was", async () => {
  await retitle("zh-CN");
  const { name, number } = await read();
  expect([name, number]).toEqual(["示例商店", 1]);
});

test("a sample that setup found still learning goes live in the owner's language as soon as it has learned", async () => {
  await db.sql`update bot set live_version_id = null where key = ${SAMPLE_BOT_KEY}`;
  await retitle("en");
  await goLive();
  await publishSampleTitles(db.sql);
  const { name, draft, live, number } = await read();
  expect(name).toBe("Sample shop");
  expect([draft, live]).toEqual([english, english]);
  // Every later start asks again.
  await publishSampleTitles(db.sql);
  expect((await read()).number).toBe(number);
});

const countVersions = async () => {
  const [row] = await db.sql<{ versions: number }[]>`
    select count(*)::int as versions from flow_version v join bot b on b.id = v.bot_id where b.key = ${SAMPLE_BOT_KEY}`;
  return row?.versions;
};

test("a later start does not undo a rollback to the first version", async () => {
  await retitle("en");
  await goLive();
  await publishSampleTitles(db.sql);
  expect([(await read()).number, await countVersions()]).toEqual([1, 2]);
});

test("a later start does not overtake a version that its owner has published for some customers only", async () => {
  await db.sql`update bot set live_version_id = null where key = ${SAMPLE_BOT_KEY}`;
  await retitle("en");
  await goLive();
  await db.sql`
    insert into flow_version (workspace_id, bot_id, number, bundle, models, content_hash, engine_abi, draft_rev)
    select v.workspace_id, v.bot_id, 2, d.bundle, v.models, 'gray', v.engine_abi, d.rev
    from flow_version v join flow_draft d on d.bot_id = v.bot_id where v.number = 1`;
  await publishSampleTitles(db.sql);
  expect([(await read()).number, await countVersions()]).toEqual([1, 2]);
});

test("a sample whose owner has begun to work on it is published by its owner alone", async () => {
  await db.sql`update bot set live_version_id = null where key = ${SAMPLE_BOT_KEY}`;
  await retitle("en");
  await db.sql`update flow_draft set rev = rev + 1`;
  await goLive();
  await publishSampleTitles(db.sql);
  expect((await read()).number).toBe(1);
});

test("one edit of the Chinese sample does not publish it", async () => {
  await db.sql`update flow_draft set rev = 2, bundle = jsonb_set(bundle, '{flow,settings,language}', '"en"')`;
  await publishSampleTitles(db.sql);
  expect((await read()).number).toBe(1);
});

test("a sample that somebody has worked on is left alone", async () => {
  await db.sql`update flow_draft set rev = 2`;
  await retitle("en");
  const { name, draft, number } = await read();
  expect(draft.flow.settings.language).toBe("zh-CN");
  expect([name, number]).toEqual(["示例商店", 1]);
});
