import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Client, type Console, createConsole } from "./fixtures/create-console.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "./fixtures/seed-workspace.ts";

let server: Console;
let shop: SeededWorkspace;
let other: SeededWorkspace;
let editor: Client;
let stranger: Client;

beforeAll(async () => {
  server = await createConsole();
  const { sql } = server.database;
  const { hash } = (await server.auth.$context).password;
  shop = await seedWorkspace({ sql, name: "shop", hash });
  other = await seedWorkspace({ sql, name: "other", hash });
  editor = await server.signIn(shop.members.editor.email, PASSWORD);
  stranger = await server.signIn(other.members.owner.email, PASSWORD);
});
afterAll(() => server.close());

const ORIGIN = "http://console.test";

async function send(
  cookie: string,
  payload: string,
  { query = "", ...headers }: Record<string, string> = {},
) {
  const answer = await server.app.inject({
    method: "POST",
    url: `/console/import${query}`,
    headers: { cookie, origin: ORIGIN, "content-type": "application/json", ...headers },
    payload,
  });
  return { status: answer.statusCode, body: answer.json() };
}

const fetchFile = async (cookie: string, query: string) =>
  server.app.inject({ method: "GET", url: `/console/export?${query}`, headers: { cookie } });

async function make(templateId: string): Promise<string> {
  const made = await editor.mutate("bot.create", { name: "酒店", templateId, locale: "zh-CN" });
  return (made.data as { botId: string }).botId;
}

test("a bot goes out as a file and comes back as another bot, equal byte for byte, with its tests", async () => {
  const botId = await make("hotel");
  const file = await fetchFile(editor.cookie, `bot=${botId}`);
  expect(file.statusCode).toBe(200);
  expect(file.headers["content-disposition"]).toContain(encodeURIComponent("酒店.jieda.json"));
  const imported = await send(editor.cookie, file.body);
  expect(imported).toMatchObject({ status: 200, body: { rev: null } });
  const again = await fetchFile(editor.cookie, `bot=${imported.body.botId}`);
  expect(again.body).toBe(file.body);
});

test("a file in place of a draft keeps what was there, and tells open editors", async () => {
  const botId = await make("blank");
  const file = (await fetchFile(editor.cookie, `bot=${await make("leads")}`)).body;
  const heard: unknown[] = [];
  const stop = server.consoleBus.subscribe(botId, (event) => heard.push(event));
  const answer = await send(editor.cookie, file, { query: `?bot=${botId}` });
  stop();
  expect(answer).toMatchObject({ status: 200, body: { botId, rev: 2 } });
  expect(heard).toEqual([{ type: "draft-changed", rev: 2, clientId: null }]);
  const [snapshot] = await server.database.sql`
    select reason, jsonb_array_length(bundle->'flow'->'nodes') as nodes from draft_snapshot where bot_id = ${botId}`;
  expect(snapshot).toEqual({ reason: "import", nodes: 4 });
});

test("a file in place of a draft brings its tests along once, and the bot's own stay", async () => {
  const botId = await make("hotel");
  const listSuites = () => server.database.sql<{ name: string; isRequired: boolean; tests: number }[]>`
    select s.name, s.is_required as "isRequired", (select count(*)::int from flow_test t where t.suite_id = s.id) as tests
    from test_suite s where s.bot_id = ${botId} order by s.id`;
  const own = await listSuites();
  expect(own).toHaveLength(1);
  await server.database.sql`update test_suite set is_required = true where bot_id = ${botId}`;
  const file = (await fetchFile(editor.cookie, `bot=${await make("leads")}`)).body;
  const wanted = JSON.parse(file).tests.length;
  const first = await send(editor.cookie, file, { query: `?bot=${botId}` });
  expect(first).toMatchObject({ status: 200, body: { tests: wanted } });
  const both = [
    { ...own[0], isRequired: true },
    { name: "酒店", isRequired: false, tests: wanted },
  ];
  expect(await listSuites()).toEqual(both);

  const again = await send(editor.cookie, file, { query: `?bot=${botId}` });
  expect(again).toMatchObject({ status: 200, body: { tests: 0 } });
  const without = await send(editor.cookie, JSON.stringify({ ...JSON.parse(file), tests: [] }), {
    query: `?bot=${botId}`,
  });
  expect(without).toMatchObject({ status: 200, body: { tests: 0 } });
  expect(await listSuites()).toEqual(both);
});

describe("a file that cannot be read", () => {
  test.each([
    ["broken", "{"],
    ["from the future", '{"format":"jieda-bundle","schema":7,"bundle":{}}'],
    ["poisoned", '{"format":"jieda-bundle","schema":1,"bundle":{"__proto__":{},"flow":{}}}'],
    ["too deep", `${"[".repeat(65)}${"]".repeat(65)}`],
    ["large and broken", `{"format":"jieda-bundle","x":"${"a".repeat(400_000)}"`],
  ])("%s: is refused with the reason, and the draft stays as it was", async (_what, payload) => {
    const botId = await make("blank");
    const before = (await fetchFile(editor.cookie, `bot=${botId}`)).body;
    const answer = await send(editor.cookie, payload, { query: `?bot=${botId}` });
    expect(answer.status).toBe(400);
    expect(answer.body.error.data.problems[0].text).toEqual({
      "zh-CN": expect.any(String),
      en: expect.any(String),
    });
    expect((await fetchFile(editor.cookie, `bot=${botId}`)).body).toBe(before);
  });

  test("larger than 20 MB: is refused before it is read", async () => {
    const answer = await send(editor.cookie, `"${"a".repeat(21 * 1024 * 1024)}"`);
    expect([answer.status, answer.body.error.data.code]).toEqual([413, "payload_too_large"]);
  });
});

describe("the door", () => {
  test("opens for nobody without a session, and for no role that may not", async () => {
    const botId = await make("blank");
    expect((await send("", "{}")).status).toBe(401);
    expect((await fetchFile("", `bot=${botId}`)).statusCode).toBe(401);
    for (const role of ["reviewer", "analyst", "agent"] as const) {
      const client = await server.signIn(shop.members[role].email, PASSWORD);
      expect((await send(client.cookie, "{}")).status).toBe(403);
      expect((await fetchFile(client.cookie, `bot=${botId}`)).statusCode).toBe(403);
    }
  });

  test("opens for no foreign page and no form", async () => {
    expect((await send(editor.cookie, "{}", { origin: "https://evil.test" })).status).toBe(403);
    expect((await send(editor.cookie, "{}", { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect(
      (await send(editor.cookie, "a=b", { "content-type": "application/x-www-form-urlencoded" })).status,
    ).toBe(415);
  });

  test("leads to no bot of another workspace", async () => {
    const botId = await make("blank");
    const file = (await fetchFile(editor.cookie, `bot=${botId}`)).body;
    expect((await fetchFile(stranger.cookie, `bot=${botId}`)).statusCode).toBe(404);
    expect((await fetchFile(editor.cookie, `bot=${botId}&version=${other.versionId}`)).statusCode).toBe(404);
    expect((await send(stranger.cookie, file, { query: `?bot=${botId}` })).status).toBe(404);
    const made = await send(stranger.cookie, file);
    const [bot] = await server.database.sql`select workspace_id from bot where id = ${made.body.botId}`;
    expect(bot?.workspace_id).toBe(other.workspaceId);
  });
});
