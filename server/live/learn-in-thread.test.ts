import { expect, test } from "vitest";
import { sayWhyLost } from "./learn-in-thread.ts";
import { ThreadLost } from "./work-in-thread.ts";

test("whoever publishes or releases hears of a loss in words of their own; a fault of the work stays ours", async () => {
  const lose = (why: ThreadLost["why"]) => Promise.reject(new ThreadLost(why, ""));
  for (const wanted of ["learning", "release"] as const) {
    for (const [why, code, reason] of [
      ["late", "payload_too_large", "late"],
      ["memory", "payload_too_large", "memory"],
      ["stopped", "busy", "stopped"],
      ["killed", "busy", "stopped"],
    ] as const)
      await expect(sayWhyLost(wanted, lose(why))).rejects.toMatchObject({
        code,
        facts: { reason: `${wanted}_${reason}` },
      });
    await expect(sayWhyLost(wanted, lose("failed"))).rejects.toMatchObject({ name: "ThreadLost" });
  }
  expect(await sayWhyLost("release", Promise.resolve("learned"))).toBe("learned");
});
