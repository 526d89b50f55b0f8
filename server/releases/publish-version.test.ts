import { afterAll, beforeAll, expect, test } from "vitest";
import { seed } from "#drizzle/seed.ts";
import { seedBot } from "#e2e/support/seed-bot.ts";
import { createTestDatabase, type TestDatabase } from "#e2e/support/test-database.ts";
import { testBundle, testRegistry } from "#e2e/support/test-kinds.ts";
import type { Channel } from "#flows/kernel/channels.ts";
import { drawBundle } from "#flows/kernel/draw-flow.ts";
import { bundleSchema } from "#flows/kernel/flow.ts";
import { nodeRegistry } from "#flows/nodes/registry.ts";
import { publishVersion } from "./publish-version.ts";
import { recordRelease } from "./record-release.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

const liveNumber = async (botId: string) =>
  (
    await db.sql<
      { number: number }[]
    >`select v.number from bot b join flow_version v on v.id = b.live_version_id where b.id = ${botId}`
  )[0]?.number;

test("a bundle with errors is refused with all of them, and the last good version stays live", async () => {
  const bot = await seedBot(db.sql, testBundle);
  const broken = {
    ...testBundle,
    flow: { ...testBundle.flow, edges: [], nodes: testBundle.flow.nodes.slice(1) },
  };
  const result = await publishVersion(
    { sql: db.sql, registry: testRegistry },
    { ...bot, bundle: broken, note: "", authorId: null },
  );
  expect(result.type).toBe("refused");
  expect(result.type === "refused" && result.problems.length).toBeGreaterThan(1);
  expect(await liveNumber(bot.botId)).toBe(1);
  expect(
    await db.sql`select jsonb_array_length(problems) > 1 as kept from publish_failure where bot_id = ${bot.botId}`,
  ).toEqual([{ kept: true }]);

  const good = await publishVersion(
    { sql: db.sql, registry: testRegistry },
    { ...bot, bundle: testBundle, note: "again", authorId: null },
  );
  expect(good).toMatchObject({ type: "published", number: 2 });
  expect(await liveNumber(bot.botId)).toBe(2);
  expect(await db.sql`select from publish_failure where bot_id = ${bot.botId}`).toHaveLength(0);
});

test("a publication and a guard that halts the bot's gray release at the same moment do not wait for each other", async () => {
  const bot = await seedBot(db.sql, testBundle);
  const { botId, workspaceId, versionId } = bot;
  await db.sql`insert into gray_release (bot_id, workspace_id, version_id, audience, guard, state, author_name)
    values (${botId}, ${workspaceId}, ${versionId}, '{}', '{}', 'running', 'Test')`;
  const publishing = Promise.withResolvers<unknown>();
  await db.sql.begin(async (tx) => {
    await tx`update gray_release set state = 'halted' where bot_id = ${botId}`;
    const publication = { ...bot, bundle: testBundle, note: "", authorId: null };
    publishVersion({ sql: db.sql, registry: testRegistry }, publication).then(
      publishing.resolve,
      publishing.reject,
    );
    // The publication holds the bot and waits for the release that is being halted.
    await expect
      .poll(
        () =>
          db.sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        {
          timeout: 60_000,
        },
      )
      .toHaveLength(1);
    await recordRelease(tx, {
      ...{ botId, workspaceId, versionId, number: 1, kind: "gray-halted" },
      ...{ fromVersionId: versionId, actor: { name: "Test" } },
    });
  });
  expect(await publishing.promise).toMatchObject({ type: "published", number: 2 });
}, 90_000);

test("what the bot's channels cannot show is kept with the version; other bots are not told", async () => {
  const long = bundleSchema.parse(
    drawBundle({
      nodes: {
        start: { kind: "start" },
        say: { kind: "message", config: { blocks: [{ type: "text", text: "长".repeat(1_000) }] } },
        end: { kind: "end" },
      },
      wires: ["start.next -> say", "say.next -> end"],
    }),
  );
  const listWarnings = async (channels: readonly Channel[] | undefined) => {
    const bot = await seedBot(db.sql, testBundle, channels && { channels });
    const result = await publishVersion(
      { sql: db.sql, registry: nodeRegistry },
      { ...bot, bundle: long, note: "", authorId: null },
    );
    expect(result.type).toBe("published");
    const rows = await db.sql<{ code: string }[]>`
      select w->>'code' as code from flow_version, jsonb_array_elements(check_report->'warnings') w
      where bot_id = ${bot.botId} and number = 2`;
    return rows.map(({ code }) => code);
  };
  expect(await listWarnings(undefined)).toEqual([]);
  expect(await listWarnings(["web", "wechat-kf"])).toEqual(["text_too_long"]);
});

test("publications at the same time get numbers of their own", async () => {
  const bot = await seedBot(db.sql, testBundle);
  const publish = () =>
    publishVersion(
      { sql: db.sql, registry: testRegistry },
      { ...bot, bundle: testBundle, note: "", authorId: null },
    );
  const results = await Promise.all([publish(), publish(), publish()]);
  expect(results.map((result) => (result.type === "published" ? result.number : 0)).sort()).toEqual([
    2, 3, 4,
  ]);
});

test("a new installation has one sample shop that can be talked to, however often and wherever it is seeded", async () => {
  const empty = await createTestDatabase();
  try {
    await Promise.all([seed(empty.sql, nodeRegistry), seed(empty.sql, nodeRegistry)]);
    await seed(empty.sql, nodeRegistry);
    expect(await empty.sql`select key, live_version_id is not null as live from bot`).toEqual([
      { key: "shop", live: true },
    ]);
    expect(await empty.sql`select count(*)::int as workspaces from workspace`).toEqual([{ workspaces: 1 }]);
  } finally {
    await empty.drop();
  }
}, 120_000);
