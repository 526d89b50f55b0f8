import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { identitySecretPlace } from "#server/auth/secret-box.ts";
import { type Client, type Console, createConsole } from "./fixtures/create-console.ts";
import { PASSWORD, type SeededWorkspace, seedWorkspace } from "./fixtures/seed-workspace.ts";

let server: Console;
let shop: SeededWorkspace;
let owner: Client;

beforeAll(async () => {
  server = await createConsole();
  shop = await seedWorkspace({
    sql: server.database.sql,
    name: "shop",
    hash: (await server.auth.$context).password.hash,
  });
  owner = await server.signIn(shop.members.owner.email, PASSWORD);
});
afterAll(() => server.close());

describe("the door of /trpc", () => {
  test("a change does not come by GET, as a form, or from a foreign page (T-10)", async () => {
    const { app } = server;
    const { cookie } = owner;
    const url = "/trpc/workspace.rename";
    const payload = JSON.stringify({ name: "taken" });
    const get = await app.inject({
      method: "GET",
      url: `${url}?input=${encodeURIComponent(payload)}`,
      headers: { cookie },
    });
    expect(get.statusCode).toBe(405);
    for (const type of [
      "application/x-www-form-urlencoded",
      "text/plain",
      "multipart/form-data; boundary=x",
      "application/jsonp",
    ]) {
      const answer = await app.inject({
        method: "POST",
        url,
        headers: { cookie, "content-type": type },
        payload,
      });
      expect([type, answer.statusCode]).toEqual([type, 415]);
    }
    const json = { cookie, "content-type": "application/json" };
    for (const headers of [
      { origin: "https://evil.test" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
    ]) {
      const answer = await app.inject({ method: "POST", url, headers: { ...json, ...headers }, payload });
      expect(answer.statusCode).toBe(403);
    }
    expect((await owner.query("workspace.get")).data).toMatchObject({ name: "shop" });
  });

  test("a failure names its code and fields, never a stack or a statement", async () => {
    const answer = await owner.mutate("bot.pause", { botId: "'; drop table bot; --", extra: { deep: [1] } });
    expect(answer.code).toBe("invalid_request");
    expect(answer.facts).toEqual({ fields: ["botId", ""] });
    expect(answer.body).not.toMatch(/stack|node_modules|select|Zod/);
  });

  test("a text that no database can store is the caller's to mend, in words and in JSON", async () => {
    const renamed = await owner.mutate("workspace.rename", { name: "a\0b" });
    const asked = await owner.query("conversation.list", { search: "a\0b" });
    for (const { code, facts } of [renamed, asked])
      expect({ code, facts }).toEqual({ code: "invalid_request", facts: { reason: "bad_text" } });
    expect((await owner.query("workspace.get")).data).toMatchObject({ name: "shop" });
  });

  test("headers that other products trusted open nothing (T-04)", async () => {
    for (const name of [
      "x-middleware-subrequest",
      "x-request-from",
      "x-forwarded-host",
      "x-original-url",
      "x-user-id",
      "x-jieda-client-address",
    ]) {
      const answer = await server.app.inject({
        method: "GET",
        url: "/trpc/me.get",
        headers: { [name]: "internal" },
      });
      expect([name, answer.statusCode]).toEqual([name, 401]);
    }
  });
});

describe("bots", () => {
  const list = async () => {
    const { data } = await owner.query("bot.list", { timeZone: "Asia/Shanghai" });
    // as: the procedure's answer; the tests assert on the fields.
    return (data as readonly Record<string, unknown>[])[0] ?? {};
  };
  beforeEach(async () => {
    await owner.mutate("bot.resume", { botId: shop.botId });
  });

  test("the list shows state, live version and seven days of traffic with today last", async () => {
    const bot = await list();
    expect(bot).toMatchObject({
      state: "live",
      versionNumber: 1,
      chatUrl: `http://console.test/chat/${shop.botKey}`,
    });
    const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());
    expect(bot.traffic).toHaveLength(7);
    // as: seven days, asserted above.
    expect((bot.traffic as readonly unknown[]).at(-1)).toEqual({ day: today, conversations: 1, messages: 3 });
  });

  test("a draft that cannot be served shows why while the last good version stays live", async () => {
    const { sql } = server.database;
    await sql`insert into publish_failure (bot_id, workspace_id, problems)
      values (${shop.botId}, ${shop.workspaceId}, ${sql.json([{ code: "edge_missing", nodeId: "hello" }])})`;
    expect(await list()).toMatchObject({
      state: "failing",
      versionNumber: 1,
      failure: { problems: [{ code: "edge_missing", nodeId: "hello" }] },
    });
    await sql`delete from publish_failure`;
  });

  test("pausing and resuming are seen in the list and in the log, once each", async () => {
    await owner.mutate("bot.pause", { botId: shop.botId });
    await owner.mutate("bot.pause", { botId: shop.botId });
    expect((await list()).state).toBe("paused");
    await owner.mutate("bot.resume", { botId: shop.botId });
    expect((await list()).state).toBe("live");
    const { data } = await owner.query("audit.list", {});
    // as: the procedure's answer.
    const { entries } = data as { readonly entries: readonly { readonly action: string }[] };
    expect(entries.slice(0, 2).map((entry) => entry.action)).toEqual(["bot-resumed", "bot-paused"]);
    expect(entries.filter((entry) => entry.action === "bot-paused")).toHaveLength(1);
  });

  test("the identity secret is shown once, stored sealed, and read back by nobody", async () => {
    const { data } = await owner.mutate("bot.rotateIdentitySecret", { botId: shop.botId });
    // as: the procedure's answer.
    const { secret } = data as { readonly secret: string };
    const [row] = await server.database.sql<
      { sealed: string }[]
    >`select identity_secret as sealed from bot where id = ${shop.botId}`;
    expect(row?.sealed).not.toContain(secret);
    expect(
      server.secretBox.open(
        row?.sealed ?? "",
        identitySecretPlace({ workspaceId: shop.workspaceId, id: shop.botId }),
      ),
    ).toBe(secret);
    const shown = await owner.query("bot.get", { botId: shop.botId, timeZone: "UTC" });
    expect(shown.data).toMatchObject({ hasIdentitySecret: true });
    expect(shown.body).not.toContain(row?.sealed ?? secret);
    expect(shown.body).not.toContain(secret);
  });

  test.each([
    ["a path after the origin", { allowedOrigins: ["https://shop.test/"] }],
    ["a script as avatar", { theme: { avatarUrl: "javascript:alert(1)" } }],
    ["no language", { locales: [] }],
    ["a colour that is none", { theme: { color: "red;}" } }],
    ["a burst of a minute", { burstMs: 60_000 }],
  ])("settings with %s are refused", async (_, change) => {
    const good = {
      locales: ["zh-CN"],
      theme: { color: "#4b4ddb", position: "left", dark: "auto", launcherText: "问一问", avatarUrl: null },
      allowedOrigins: ["https://shop.test", "http://localhost:8080"],
      sound: false,
      fileUpload: true,
      identityRequired: false,
      burstMs: 800,
    };
    const call = (settings: unknown) =>
      owner.mutate("bot.updateSettings", { botId: shop.botId, name: "茶铺", settings });
    const theme = "theme" in change ? { ...good.theme, ...change.theme } : good.theme;
    expect((await call({ ...good, ...change, theme })).code).toBe("invalid_request");
    expect((await call(good)).status).toBe(200);
  });
});

describe("conversations", () => {
  test("the list pages by id, newest first, without showing any talk twice", async () => {
    const { sql } = server.database;
    await sql`insert into conversation (id, workspace_id, bot_id, version_id, contact_id, channel, locale, token_hash, status, last_text)
      select uuidv7(), ${shop.workspaceId}, ${shop.botId}, ${shop.versionId}, uuidv7(), 'web', 'en', sha256(n::text::bytea), 'ended', 'talk ' || n
      from generate_series(1, 120) n`;
    type Page = { readonly conversations: readonly { readonly id: string }[]; readonly next: string | null };
    const ids: string[] = [];
    let cursor: string | null = null;
    for (let pages = 0; pages < 4; pages++) {
      const { data } = await owner.query("conversation.list", { cursor });
      // as: the procedure's answer.
      const page = data as Page;
      ids.push(...page.conversations.map(({ id }) => id));
      cursor = page.next;
      if (cursor === null) break;
    }
    expect(ids).toHaveLength(121);
    expect(ids).toEqual([...new Set(ids)].sort().reverse());
  });

  test.each([
    ["退货", 1],
    ["100%", 1],
    ["%", 1],
    ["_", 0],
    ["talk 12", 2],
    ["\\", 0],
    ["' or true --", 0],
  ])("searching for %s finds %i", async (search, count) => {
    const { data } = await owner.query("conversation.list", { search });
    // as: the procedure's answer.
    expect((data as { readonly conversations: readonly unknown[] }).conversations).toHaveLength(count);
  });

  test("one talk brings its messages, its steps with port and time, and the author's names of the nodes", async () => {
    const answer = await owner.query("conversation.get", { conversationId: shop.conversationId });
    expect(answer.data).toMatchObject({
      conversation: { contactName: "小林", versionNumber: 1, status: "waiting" },
      messages: [{ seq: 1, role: "bot" }, { seq: 2, role: "customer" }, { seq: 3 }],
      turns: [
        { number: 1, durationMs: 4, steps: [{ nodeId: "start" }, { nodeId: "hello", port: "next", ms: 3 }] },
      ],
      titles: [
        { flowId: "main", nodeId: "hello", title: "欢迎语" },
        { flowId: "refund", nodeId: null, title: "退款流程" },
      ],
      hasEarlier: false,
    });
    expect(answer.body).not.toMatch(/token|lease|epoch/i);
  });
});

describe("the second factor", () => {
  test("once it is on, the password alone opens nothing; a code of the app opens a session", async () => {
    const { email } = shop.members.analyst;
    const client = await server.signIn(email, PASSWORD);
    const enabled = await server.post(
      "/auth/two-factor/enable",
      { password: PASSWORD },
      { cookie: client.cookie },
    );
    const { totpURI } = JSON.parse(enabled.body);
    const secret = new URL(totpURI).searchParams.get("secret") ?? "";
    const verified = await server.post(
      "/auth/two-factor/verify-totp",
      { code: await totp(secret) },
      { cookie: client.cookie },
    );
    expect(verified.status).toBe(200);

    const half = await server.post("/auth/sign-in/email", { email, password: PASSWORD });
    expect(JSON.parse(half.body)).toMatchObject({ twoFactorRedirect: true });
    const { toCookie } = await import("./fixtures/create-console.ts");
    const pending = toCookie(half);
    expect((await server.as(pending).query("me.get")).status).toBe(401);
    const wrong = await server.post("/auth/two-factor/verify-totp", { code: "000000" }, { cookie: pending });
    expect(wrong.status).toBe(401);
    const whole = await server.post(
      "/auth/two-factor/verify-totp",
      { code: await totp(secret) },
      { cookie: pending },
    );
    expect((await server.as(toCookie(whole)).query("me.get")).data).toMatchObject({
      email,
      hasTwoFactor: true,
    });
  });
});

/** RFC 6238 with the defaults of every authenticator app: SHA-1, 30 seconds, six digits. */
async function totp(base32: string): Promise<string> {
  const { createHmac } = await import("node:crypto");
  const bits = [...base32.replace(/=+$/, "")]
    .map((char) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(char).toString(2).padStart(5, "0"))
    .join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac("sha1", key).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}
