import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type HttpHost, openHttpHost, post, startTalk } from "#e2e/support/open-http-host.ts";
import { seedBot } from "#e2e/support/seed-bot.ts";
import { testBundle } from "#e2e/support/test-kinds.ts";
import { answerSchema, botSchema, pageSchema, problemSchema, startedSchema } from "./schemas/answers.ts";

let host: HttpHost;

beforeAll(async () => {
  host = await openHttpHost();
});
afterAll(() => host.close());

const start = (key: string, init: RequestInit = {}) =>
  fetch(`${host.url}/v1/bots/${key}/conversations`, { method: "POST", ...init });

const startWith = (key: string, body: unknown, headers: Record<string, string> = {}) =>
  start(key, { headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) });

async function problemOf(response: Response) {
  expect(response.headers.get("content-type")).toContain("application/problem+json");
  return problemSchema.parse(await response.json());
}

describe("a bot", () => {
  test("shows its public face and nothing else of the row", async () => {
    const response = await fetch(`${host.url}/v1/bots/${host.bot.key}`);
    const body: unknown = await response.json();
    expect(botSchema.strict().parse(body)).toMatchObject({ botKey: host.bot.key, fileUpload: true });
    expect(JSON.stringify(body)).not.toMatch(/workspace|secret|version|allowedOrigins|burst/i);
  });

  test("is `not_found` when the key is unknown, foreign to the alphabet or of a deleted bot", async () => {
    const gone = await seedBot(host.db.sql, testBundle);
    await host.db.sql`update bot set deleted_at = now() where id = ${gone.botId}`;
    for (const key of ["nobody", "%00", "a%20b", "__proto__", "x".repeat(200), gone.key])
      expect((await problemOf(await fetch(`${host.url}/v1/bots/${key}`))).code).toBe("not_found");
  });

  test("answers in Chinese or English as the reader asks", async () => {
    const detailIn = async (language: string) =>
      (await problemOf(await fetch(`${host.url}/v1/bots/x`, { headers: { "accept-language": language } })))
        .detail;
    expect(await detailIn("zh-TW,zh;q=0.9")).toMatch(/不存在/);
    expect(await detailIn("en-GB")).toMatch(/does not exist/);
  });

  test("that is paused says `bot_unavailable` and when to come back", async () => {
    const paused = await seedBot(host.db.sql, testBundle);
    await host.db.sql`update bot set is_paused = true where id = ${paused.botId}`;
    const response = await start(paused.key);
    expect(response.status).toBe(503);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await problemOf(response)).code).toBe("bot_unavailable");
  });
});

describe("a conversation", () => {
  test("starts, answers, repeats the answer for the same id, and lists its history in pages", async () => {
    const started = await start(host.bot.key);
    expect(started.status).toBe(201);
    expect(started.headers.get("cache-control")).toBe("no-store");
    const talk = startedSchema.parse(await started.json());
    expect(Buffer.from(talk.token, "base64url")).toHaveLength(32);

    const send = () => post(host, talk, { to: "messages", body: { id: "m-1", text: "怎么退货" } });
    const first = answerSchema.parse(await (await send()).json());
    expect(first.messages.flatMap(({ parts }) => parts)).toEqual([{ type: "text", text: "1: 怎么退货" }]);
    expect(answerSchema.parse(await (await send()).json())).toEqual(first);

    const page = async (query: string) => {
      const response = await fetch(`${host.url}/v1/conversations/${talk.conversationId}/messages${query}`, {
        headers: { authorization: `Bearer ${talk.token}` },
      });
      return pageSchema.parse(await response.json());
    };
    expect((await page("")).messages.map(({ role }) => role)).toEqual(["bot", "customer", "bot"]);
    expect(await page("?after=1&limit=1")).toMatchObject({
      hasMore: true,
      messages: [{ seq: 2, clientId: "m-1" }],
    });
    expect(await page("?after=3")).toMatchObject({ hasMore: false, messages: [], status: "waiting" });
  });

  test("keeps the customer by the visitor's string, of which only a hash is stored", async () => {
    const visitor = `v-${randomUUID()}`;
    await startWith(host.bot.key, { visitor });
    await startWith(host.bot.key, { visitor });
    const rows = await host.db
      .sql`select key from contact where bot_id = ${host.bot.botId} and key like 'visitor:%'`;
    expect(JSON.stringify(rows)).not.toContain(visitor);
    const [{ talks } = { talks: 0 }] = await host.db.sql<{ talks: number }[]>`
      select count(*)::int as talks from conversation group by contact_id order by 1 desc limit 1`;
    expect(talks).toBe(2);
  });

  test("speaks the language of the page, then of the browser, and only one that the bot speaks", async () => {
    const localeOf = async (body: unknown, header: string) => {
      const { conversationId } = startedSchema.parse(
        await (await startWith(host.bot.key, body, { "accept-language": header })).json(),
      );
      const [row] = await host.db.sql<
        { locale: string }[]
      >`select locale from conversation where id = ${conversationId}`;
      return row?.locale;
    };
    expect(await localeOf({ locale: "en-GB" }, "zh-CN")).toBe("en");
    expect(await localeOf({}, "en;q=0.5, zh-HK")).toBe("zh-CN");
    expect(await localeOf({ locale: "fr" }, "ja")).toBe("zh-CN");
  });

  test("ends once, and then takes no message", async () => {
    const talk = await startTalk(host);
    const end = () => post(host, talk, { to: "end" });
    expect(answerSchema.parse(await (await end()).json()).status).toBe("ended");
    expect((await end()).status).toBe(200);
    const late = await post(host, talk, { to: "messages", body: { id: "m-1", text: "在吗" } });
    expect(late.status).toBe(409);
    expect((await problemOf(late)).code).toBe("conversation_ended");
  });

  test("remembers what was read, never backwards and never past the end", async () => {
    const talk = await startTalk(host);
    const readTo = async (seq: number) => {
      expect((await post(host, talk, { to: "read", body: { seq } })).status).toBe(204);
      const [row] = await host.db.sql<{ readSeq: number }[]>`
        select read_seq as "readSeq" from conversation where id = ${talk.conversationId}`;
      return row?.readSeq;
    };
    expect(await readTo(999)).toBe(1);
    expect(await readTo(0)).toBe(1);
  });

  test("takes one rating a message and one for the whole, the last word counts, foreign messages are refused", async () => {
    const talk = await startTalk(host);
    const other = await startTalk(host);
    const [own] = await host.db.sql<
      { id: string }[]
    >`select id from message where conversation_id = ${talk.conversationId}`;
    const [foreign] = await host.db.sql<
      { id: string }[]
    >`select id from message where conversation_id = ${other.conversationId}`;
    const rate = async (body: unknown) => (await post(host, talk, { to: "rating", body })).status;
    expect(await rate({ messageId: own?.id, value: "up" })).toBe(204);
    expect(await rate({ messageId: own?.id, value: "down", reason: "答非所问" })).toBe(204);
    expect(await rate({ value: 5 })).toBe(204);
    expect(await rate({ messageId: foreign?.id, value: "up" })).toBe(404);
    expect(await rate({ value: 6 })).toBe(400);
    const rows = await host.db.sql`
      select value, reason from rating where conversation_id = ${talk.conversationId} order by value`;
    expect([...rows]).toEqual([
      { value: "5", reason: null },
      { value: "down", reason: "答非所问" },
    ]);
  });

  test("says in the history that a rating is asked for, from the end that asks until one is given", async () => {
    const talk = await startTalk(host);
    const isRequested = async () => {
      const response = await fetch(`${host.url}/v1/conversations/${talk.conversationId}/messages?after=1`, {
        headers: { authorization: `Bearer ${talk.token}` },
      });
      return pageSchema.parse(await response.json()).ratingRequested;
    };
    const send = (to: string, body: unknown) => post(host, talk, { to, body });
    await send("messages", { id: "m-1", text: "怎么退货" });
    expect(await isRequested()).toBe(false);
    expect(await (await send("messages", { id: "m-2", text: "bye" })).json()).toMatchObject({
      status: "ended",
    });
    expect(await isRequested()).toBe(true);
    const [{ id } = { id: "" }] = await host.db.sql<{ id: string }[]>`
      select id from message where conversation_id = ${talk.conversationId} and role = 'bot' limit 1`;
    expect((await send("rating", { messageId: id, value: "up" })).status).toBe(204);
    expect(await isRequested()).toBe(true);
    expect((await send("rating", { value: 4 })).status).toBe(204);
    expect(await isRequested()).toBe(false);
  });

  test("tells listeners of the talk that the customer is typing", async () => {
    const talk = await startTalk(host);
    const heard: unknown[] = [];
    const stop = host.runtime.subscribe(talk.conversationId, (event) => heard.push(event));
    expect((await post(host, talk, { to: "typing", body: {} })).status).toBe(204);
    stop();
    expect(heard).toEqual([{ type: "typing", by: "customer" }]);
  });
});

describe("a token", () => {
  test("opens its own conversation only: wrong, foreign and unknown read byte for byte alike", async () => {
    const mine = await startTalk(host);
    const theirs = await startTalk(host);
    const unknown = { conversationId: randomUUID(), token: mine.token };
    const cases = [
      { ...theirs, token: mine.token },
      { ...mine, token: "A".repeat(43) },
      { ...mine, token: "short" },
      unknown,
      { ...mine, conversationId: "not-a-uuid" },
    ];
    for (const to of ["messages", "end", "read", "rating", "typing"]) {
      const answers = await Promise.all(
        cases.map(async (talk) => {
          const response = await post(host, talk, { to, body: { id: "m-1", text: "x" } });
          return `${response.status} ${await response.text()}`;
        }),
      );
      expect(new Set(answers).size).toBe(1);
      expect(answers[0]).toMatch(/^404 .*"code":"not_found"/);
    }
  });

  test("is asked for when it is missing, and is never read from the address", async () => {
    const talk = await startTalk(host);
    const path = `${host.url}/v1/conversations/${talk.conversationId}/messages`;
    const bare = await fetch(`${path}?access_token=${talk.token}`);
    expect(bare.status).toBe(401);
    expect(bare.headers.get("www-authenticate")).toBe("Bearer");
  });
});
