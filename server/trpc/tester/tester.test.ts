import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Client, type Console, createConsole } from "../fixtures/create-console.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "../fixtures/seed-workspace.ts";

let server: Console;
let shop: SeededWorkspace;
let editor: Client;
let nobody: Client;

beforeAll(async () => {
  server = await createConsole();
  const { hash } = (await server.auth.$context).password;
  shop = await seedWorkspace({ sql: server.database.sql, name: "shop", hash });
  editor = await server.signIn(shop.members.editor.email, PASSWORD);
  nobody = server.as("");
});
afterAll(() => server.close());
beforeEach(() => server.database.sql`delete from auth_throttle`);

type Made = { readonly id: string; readonly url: string };

async function makeLink(changes: object = {}): Promise<Made & { readonly token: string }> {
  const answer = await editor.mutate("tester.create", {
    botId: shop.botId,
    name: "门店试用",
    versionId: null,
    days: 7,
    password: null,
    ...changes,
  });
  expect(answer.code).toBeNull();
  // as: what our own procedure returns.
  const made = answer.data as Made;
  return { ...made, token: made.url.split("/").at(-1) ?? "" };
}

const open = (token: string, password: string | null = null) =>
  nobody.mutate("tester.open", { token, password });

const match = (token: string, pass: string | null = null) =>
  nobody.mutate("tester.match", {
    token,
    pass,
    locale: "zh-CN",
    request: {
      mode: "inline",
      name: "match-intent",
      input: { flowId: "main", nodeId: "hello", text: "在吗" },
    },
  });

const comment = (token: string, changes: object = {}) =>
  nobody.mutate("tester.comment", {
    token,
    pass: null,
    authorName: "小周",
    flowId: "main",
    nodeId: "hello",
    message: "您好",
    question: "在吗",
    thumb: "down",
    text: "太生硬",
    ...changes,
  });

test("a link opens the bot without an account; only the hash of its token is kept", async () => {
  const { token, id } = await makeLink();
  const opened = await open(token);
  expect(opened.data).toMatchObject({ type: "open", pass: null, versionNumber: null });
  expect((await match(token)).data).toMatchObject({ type: "matched" });
  const rows = await server.database.sql<{ hash: Buffer }[]>`
    select token_hash as hash from tester_link where id = ${id}`;
  expect(rows[0]?.hash).toHaveLength(32);
  expect(JSON.stringify(rows)).not.toContain(token);
  const listed = await editor.query("tester.list", { botId: shop.botId });
  expect(listed.body).not.toContain(token);
});

test("answers, examples and the authors' notes stay on the server", async () => {
  await server.database
    .sql`update flow_draft set rev = rev + 1, bundle = bundle || ${server.database.sql.json({
    faqSets: { shop: { name: "问答", entries: [], synonyms: [["secret-synonym", "b"]] } },
  })} where bot_id = ${shop.botId}`;
  const { token } = await makeLink();
  const opened = await open(token);
  expect(opened.data).toMatchObject({ type: "open", bundle: { faqSets: {} } });
  expect(opened.body).not.toContain("secret-synonym");
});

test("a wrong, an expired and a revoked link each say what they are, and open nothing", async () => {
  const wrong = "x".repeat(43);
  expect(await open(wrong)).toMatchObject({ code: "not_found", facts: {} });
  expect((await open("short")).code).toBe("invalid_request");

  const expired = await makeLink();
  await server.database
    .sql`update tester_link set expires_at = now() - interval '1 s' where id = ${expired.id}`;
  expect(await open(expired.token)).toMatchObject({ code: "not_found", facts: { reason: "link_expired" } });

  const revoked = await makeLink();
  expect((await editor.mutate("tester.revoke", { linkId: revoked.id })).code).toBeNull();
  for (const call of [open, match, comment]) {
    expect(await call(revoked.token)).toMatchObject({
      code: "not_found",
      facts: { reason: "link_revoked" },
    });
  }
});

test("behind a password nothing is handed out before it was given, and tries are counted", async () => {
  const { token } = await makeLink({ password: "龙井茶2026" });
  const asked = await open(token);
  expect(asked.data).toEqual({ type: "password" });
  expect((await match(token)).code).toBe("forbidden");
  expect((await comment(token)).code).toBe("forbidden");
  expect((await match(token, "v1.forged.pass.x")).code).toBe("forbidden");

  const opened = await open(token, "龙井茶2026");
  expect(opened.data).toMatchObject({ type: "open" });
  // as: the answer above is an open link.
  const { pass } = opened.data as { readonly pass: string };
  expect((await match(token, pass)).data).toMatchObject({ type: "matched" });
  const other = await makeLink({ password: "另一个密码" });
  expect((await match(other.token, pass)).code).toBe("forbidden");

  expect(await open(token, "wrong")).toMatchObject({
    code: "forbidden",
    facts: { reason: "wrong_password" },
  });
  // Nine more of these; each would take a core for a while.
  await server.database.sql`update auth_throttle set tries = 10`;
  expect((await open(token, "龙井茶2026")).code).toBe("rate_limited");
});

test("what a tester says lands on the node, is listed, resolved and taken up again", async () => {
  const { token } = await makeLink({ name: "产品部" });
  expect((await comment(token)).code).toBeNull();
  expect((await comment(token, { authorName: "", thumb: "up", text: "" })).code).toBeNull();
  expect((await comment(token, { thumb: null, text: "" })).code).toBe("invalid_request");

  const list = async (isResolved: boolean) =>
    // as: rows of our own procedure.
    (await editor.query("comment.list", { botId: shop.botId, isResolved })).data as readonly {
      readonly id: string;
      readonly authorName: string;
    }[];
  const [newest, first] = await list(false);
  expect(newest).toMatchObject({ authorName: "产品部", thumb: "up", isTester: true });
  expect(first).toMatchObject({ authorName: "小周", nodeId: "hello", message: "您好", text: "太生硬" });

  await editor.mutate("comment.resolve", { commentId: first?.id, isResolved: true });
  expect(await list(true)).toMatchObject([{ id: first?.id }]);
  await editor.mutate("comment.resolve", { commentId: first?.id, isResolved: false });
  expect(await list(true)).toEqual([]);

  const reply = { botId: shop.botId, flowId: "main", nodeId: "hello", message: null, question: null };
  expect((await editor.mutate("comment.add", { ...reply, text: "已改" })).code).toBeNull();
  expect((await list(false))[0]).toMatchObject({ text: "已改", isTester: false });
});

test("who comments faster than people write is slowed down", async () => {
  const { token } = await makeLink();
  const codes: (string | null)[] = [];
  for (let count = 0; count < 31; count += 1) codes.push((await comment(token)).code);
  expect(codes.at(-1)).toBe("rate_limited");
  expect(codes.slice(0, 30).every((code) => code === null)).toBe(true);
});

test("a link may lead to one version, which stays as it was published", async () => {
  const { token } = await makeLink({ versionId: shop.versionId });
  expect((await open(token)).data).toMatchObject({ type: "open", versionNumber: 1 });
  const foreign = await editor.mutate("tester.create", {
    botId: shop.botId,
    name: "x",
    versionId: "0198f2a1-7b7e-7c3e-8d7a-3f1f6d1c2b3a",
    days: 7,
    password: null,
  });
  expect(foreign.code).toBe("not_found");
});
