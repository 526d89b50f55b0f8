import { expect, test } from "vitest";
import { createMemoryRateLimiter } from "./rate-limiter.ts";

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
