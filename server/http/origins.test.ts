import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type HttpHost, openHttpHost, post, startTalk } from "#e2e/support/open-http-host.ts";
import { seedBot } from "#e2e/support/seed-bot.ts";
import { testBundle } from "#e2e/support/test-kinds.ts";
import { problemSchema } from "./schemas/answers.ts";

let host: HttpHost;

beforeAll(async () => {
  host = await openHttpHost();
});
afterAll(() => host.close());

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${host.url}${path}`, { headers });

describe("origins", () => {
  let shop: string;
  beforeAll(async () => {
    shop = (
      await seedBot(host.db.sql, testBundle, {
        allowedOrigins: ["https://Shop.example/", "http://localhost:8080"],
      })
    ).key;
  });

  const start = (key: string, origin: string) =>
    fetch(`${host.url}/v1/bots/${key}/conversations`, { method: "POST", headers: { origin } });

  test("on the list may call and are told so, without credentials", async () => {
    const response = await start(shop, "https://shop.example");
    expect(response.status).toBe(201);
    expect(response.headers.get("access-control-allow-origin")).toBe("https://shop.example");
    expect(response.headers.get("access-control-allow-credentials")).toBeNull();
    expect(response.headers.get("vary")).toContain("Origin");
  });

  test("that only look like one on the list are refused, `null` too", async () => {
    for (const origin of [
      "https://shop.example.evil.example",
      "https://evil-shop.example",
      "http://shop.example",
      "https://shop.example:8443",
      "https://sub.shop.example",
      "null",
      "file://",
    ]) {
      const response = await start(shop, origin);
      expect(response.status).toBe(403);
      expect(problemSchema.parse(await response.json()).code).toBe("origin_not_allowed");
      expect(response.headers.get("access-control-allow-origin")).toBeNull();
    }
  });

  test("of our own pages may always call; without a list everybody may", async () => {
    for (const origin of ["https://help.example", host.url])
      expect((await start(shop, origin)).status).toBe(201);
    const open = await start(host.bot.key, "https://anything.example");
    expect(open.headers.get("access-control-allow-origin")).toBe("https://anything.example");
  });

  test("are checked again on each call of a conversation", async () => {
    const talk = await startTalk({ url: host.url, bot: { ...host.bot, key: shop } });
    const say = (origin: string) =>
      post(host, talk, {
        to: "messages",
        body: { id: crypto.randomUUID(), text: "hi" },
        headers: { origin },
      });
    expect((await say("https://shop.example")).status).toBe(200);
    expect((await say("https://evil.example")).status).toBe(403);
    const events = await get(`/v1/conversations/${talk.conversationId}/events`, {
      origin: "https://evil.example",
      authorization: `Bearer ${talk.token}`,
    });
    expect(events.status).toBe(403);
  });

  test("are answered before the call: yes for those that may, silence for the others", async () => {
    const talk = await startTalk({ url: host.url, bot: { ...host.bot, key: shop } });
    const ask = (path: string, origin: string) =>
      fetch(`${host.url}${path}`, {
        method: "OPTIONS",
        headers: {
          origin,
          "access-control-request-method": "POST",
          "access-control-request-headers": "authorization",
        },
      });
    for (const path of [
      `/v1/bots/${shop}/conversations`,
      `/v1/conversations/${talk.conversationId}/messages`,
      `/v1/files?conversation=${talk.conversationId}`,
    ]) {
      const yes = await ask(path, "https://shop.example");
      expect(yes.status).toBe(204);
      expect(yes.headers.get("access-control-allow-origin")).toBe("https://shop.example");
      expect(yes.headers.get("access-control-allow-headers")).toMatch(
        /Authorization.*Content-Type.*Last-Event-ID/,
      );
      expect((await ask(path, "https://evil.example")).headers.get("access-control-allow-origin")).toBeNull();
    }
  });

  test("decide who may frame the chat page; the console is framed by nobody", async () => {
    const policyOf = async (path: string) => (await get(path)).headers.get("content-security-policy") ?? "";
    expect(await policyOf(`/chat/${shop}`)).toMatch(
      /frame-ancestors 'self' https:\/\/shop\.example http:\/\/localhost:8080$/,
    );
    expect(await policyOf(`/chat/${shop}?x=1`)).toContain("frame-ancestors 'self' https://shop.example");
    expect(await policyOf(`/chat/${host.bot.key}`)).toMatch(/frame-ancestors \*$/);
    expect(await policyOf("/chat/nobody")).toMatch(/frame-ancestors 'self'$/);
    const console = await get("/bots");
    expect(console.headers.get("content-security-policy")).toMatch(/frame-ancestors 'none'$/);
    expect(console.headers.get("x-frame-options")).toBe("DENY");
    for (const path of ["/bots", `/chat/${shop}`]) {
      expect(await policyOf(path)).not.toContain("unsafe-eval");
      expect(await policyOf(path)).toMatch(/object-src 'none'; base-uri 'none'/);
    }
  });
});
