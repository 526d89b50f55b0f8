import { Redis } from "ioredis";
import { describe, expect, test } from "vitest";
import { redisMissingReason, startTestRedis } from "#e2e/support/test-redis.ts";
import { createMemoryRateLimiter, createRedisRateLimiter } from "./rate-limiter.ts";

const rule = { name: "messages", max: 20, perSeconds: 60 };

test("lets 20 through, then says in how many seconds the next one may come", () => {
  let now = 1_000_000;
  const limiter = createMemoryRateLimiter(() => now);
  for (let i = 0; i < 20; i++) expect(limiter.take(rule, "a")).toBe(0);
  expect(limiter.take(rule, "a")).toBe(3);
  now += 2_999;
  expect(limiter.take(rule, "a")).toBe(1);
  now += 1;
  expect(limiter.take(rule, "a")).toBe(0);
  expect(limiter.take(rule, "a")).toBe(3);
});

test("keeps keys and rules apart, and forgets nothing when the clock goes back", () => {
  let now = 1_000_000;
  const limiter = createMemoryRateLimiter(() => now);
  const one = { name: "starts", max: 1, perSeconds: 60 };
  expect(limiter.take(one, "a")).toBe(0);
  now -= 3_600_000;
  expect(limiter.take(one, "a")).toBe(60);
  expect(limiter.take(one, "b")).toBe(0);
  expect(limiter.take(rule, "a")).toBe(0);
});

describe.skipIf(redisMissingReason() !== null)("on Redis", () => {
  test("processes share one bucket, and each counts for itself while Redis is away", async () => {
    const server = await startTestRedis();
    const open = () =>
      new Redis(server.url, { enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: 500 });
    const clients = [open(), open()];
    for (const client of clients) client.on("error", () => {});
    await Promise.all(clients.map((client) => new Promise((resolve) => client.once("ready", resolve))));
    const [left, right] = clients.map((client) => createRedisRateLimiter(client));
    if (!left || !right) throw new Error("two limiters");
    const waits = await Promise.all(
      Array.from({ length: 24 }, (_, i) => (i % 2 ? left : right).take(rule, "a")),
    );
    expect(waits.filter((wait) => wait === 0)).toHaveLength(20);
    expect(waits.filter((wait) => wait === 3)).toHaveLength(4);
    expect(await clients[0]?.pttl("jieda:rate:message:a")).toBe(-2);
    expect(await clients[0]?.pttl("jieda:rate:messages:a")).toBeGreaterThan(50_000);

    await server.kill();
    const one = { name: "alone", max: 1, perSeconds: 60 };
    expect(await left.take(one, "a")).toBe(0);
    expect(await left.take(one, "a")).toBe(60);
    expect(await right.take(one, "a")).toBe(0);
    for (const client of clients) client.disconnect();
    await server.stop();
  });
});
