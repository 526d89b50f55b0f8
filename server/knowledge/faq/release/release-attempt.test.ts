import { afterEach, expect, test, vi } from "vitest";
import { keepAttempt } from "./release-attempt.ts";

afterEach(() => {
  vi.useRealTimers();
});

test("while a beat waits for the database no other is begun; when it has ended, well or not, they go on", async () => {
  vi.useFakeTimers();
  const begun: PromiseWithResolvers<void>[] = [];
  const lease = keepAttempt(async () => {
    const beat = Promise.withResolvers<void>();
    begun.push(beat);
    await beat.promise;
    throw new Error("the database is away");
  }, "0198f2a1-7b7e-7c3e-8d7a-3f1f6d1c2b3a");
  await vi.advanceTimersByTimeAsync(20_000);
  expect(begun).toHaveLength(1);
  begun[0]?.resolve();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(begun).toHaveLength(2);
  lease.stop();
  begun[1]?.resolve();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(begun).toHaveLength(2);
});
