import { afterAll, beforeAll, expect, test } from "vitest";
import { templates } from "#flows/packs/index.ts";
import { type Client, type Console, createConsole } from "../fixtures/create-console.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "../fixtures/seed-workspace.ts";

let server: Console;
let shop: SeededWorkspace;
let owner: Client;
let editor: Client;

beforeAll(async () => {
  server = await createConsole();
  shop = await seedWorkspace({
    sql: server.database.sql,
    name: "shop",
    hash: (await server.auth.$context).password.hash,
  });
  owner = await server.signIn(shop.members.owner.email, PASSWORD);
  editor = await server.signIn(shop.members.editor.email, PASSWORD);
});
afterAll(() => server.close());

type Made = { readonly botId: string; readonly key: string };

const make = async (name: string, templateId = "blank", locale = "zh-CN"): Promise<Made> =>
  (await owner.mutate("bot.create", { name, templateId, locale })).data as Made;

test.each(templates)("an editor makes a bot from $id: a draft, its tests, no version", async ({ id }) => {
  const { sql } = server.database;
  const answer = await editor.mutate("bot.create", { name: ` ${id} `, templateId: id, locale: "en" });
  expect(answer.status).toBe(200);
  const { botId, key } = answer.data as Made;
  expect(key).toMatch(/^bot-[a-z2-9]{6}$/);
  const [bot] = await sql`select name, workspace_id, live_version_id from bot where id = ${botId}`;
  expect(bot).toMatchObject({ name: id, workspace_id: shop.workspaceId, live_version_id: null });
  const [draft] =
    await sql`select bundle->'flow'->'settings'->>'language' as language, rev from flow_draft where bot_id = ${botId}`;
  expect(draft).toMatchObject({ language: "en", rev: 1 });
  const [tests] = await sql`
    select count(*)::int as tests, count(distinct suite_id)::int as suites from flow_test where bot_id = ${botId} and source = 'template'`;
  expect(tests?.suites).toBe(1);
  expect(tests?.tests).toBeGreaterThan(1);
});

test("a template that does not exist, also under a name of JavaScript's own, makes nothing", async () => {
  for (const templateId of ["casino", "constructor", "__proto__"]) {
    expect((await owner.mutate("bot.create", { name: "x", templateId, locale: "en" })).code).toBe(
      "not_found",
    );
  }
});

test("a name is not empty and not longer than customers can read", async () => {
  for (const name of ["", "   ", "长".repeat(81)]) {
    expect((await owner.mutate("bot.create", { name, templateId: "blank", locale: "en" })).code).toBe(
      "invalid_request",
    );
  }
});

test("a copy has draft, tests and look of the original, a key of its own, and no identity that it could check", async () => {
  const { sql } = server.database;
  const original = await make("原件", "shop");
  await sql`update bot set identity_secret = 'sealed',
    settings = settings || '{"identityRequired": true, "sound": false}'::jsonb where id = ${original.botId}`;
  const copy = (await owner.mutate("bot.duplicate", { botId: original.botId, name: "副本" })).data as Made;
  expect(copy.key).not.toBe(original.key);
  const [row] = await sql`
    select b.identity_secret, b.settings->>'identityRequired' as required, b.settings->>'sound' as sound,
      d.bundle = o.bundle as same,
      (select count(*) from flow_test t where t.bot_id = b.id) = (select count(*) from flow_test t where t.bot_id = o.bot_id) as tested
    from bot b join flow_draft d on d.bot_id = b.id, flow_draft o
    where b.id = ${copy.botId} and o.bot_id = ${original.botId}`;
  expect(row).toEqual({ identity_secret: null, required: "false", sound: "false", same: true, tested: true });
});

test("a bot from before there were drafts is copied from its live version", async () => {
  await server.database.sql`delete from flow_draft where bot_id = ${shop.botId}`;
  const answer = await owner.mutate("bot.duplicate", { botId: shop.botId, name: "副本" });
  expect(answer.status).toBe(200);
});

test("a bot is deleted by who types its name, is gone everywhere, and comes back whole", async () => {
  const { botId } = await make("酒店前台", "blank");
  expect((await owner.query("bot.getLosses", { botId })).data).toMatchObject({
    conversations: 0,
    versions: 0,
  });
  const wrong = await owner.mutate("bot.delete", { botId, confirmName: "酒店" });
  expect([wrong.code, wrong.facts.reason]).toEqual(["conflict", "wrong_name"]);
  expect((await owner.mutate("bot.delete", { botId, confirmName: "酒店前台 " })).status).toBe(200);
  expect((await owner.query("bot.get", { botId, timeZone: "UTC" })).code).toBe("not_found");
  expect((await owner.query("bot.list", { timeZone: "UTC" })).body).not.toContain(botId);
  expect((await owner.query("bot.listDeleted")).body).toContain(botId);

  expect((await owner.mutate("bot.restore", { botId })).status).toBe(200);
  expect((await owner.query("bot.get", { botId, timeZone: "UTC" })).status).toBe(200);
  expect((await owner.query("bot.listDeleted")).body).not.toContain(botId);
  // Nothing that is not deleted can be brought back.
  expect((await owner.mutate("bot.restore", { botId })).code).toBe("not_found");
});

test("after 30 days a deleted bot cannot be brought back", async () => {
  const { botId } = await make("旧的");
  await server.database.sql`update bot set deleted_at = now() - interval '31 days' where id = ${botId}`;
  expect((await owner.query("bot.listDeleted")).body).not.toContain(botId);
  expect((await owner.mutate("bot.restore", { botId })).code).toBe("not_found");
});

test("who made, renamed, deleted and brought back a bot is in the log", async () => {
  const { botId } = await make("记录");
  await owner.mutate("bot.rename", { botId, name: "改名" });
  await owner.mutate("bot.delete", { botId, confirmName: "改名" });
  await owner.mutate("bot.restore", { botId });
  const rows = await server.database.sql`select action, target from audit_entry order by id desc limit 4`;
  expect(rows.map(({ action, target }) => `${action} ${target}`).sort()).toEqual([
    "bot-created 记录",
    "bot-deleted 改名",
    "bot-restored 改名",
    "bot-settings-changed 改名",
  ]);
});
