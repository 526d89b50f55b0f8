import { expect, test, vi } from "vitest";
import type { LearnedPart } from "#flows/preview/learned-part.ts";
import { ThreadLost } from "../live/work-in-thread.ts";
import { createModelStore, whyUnlearned } from "./model-store.ts";

const toPart = (name: string): LearnedPart => ({
  type: "intents",
  intents: [{ id: "a", name, examples: ["我要退货"] }],
});

test("a part that cannot be learned is not tried again by those who poll for it; a changed one is", async () => {
  const late = new ThreadLost("late", "the thread was not done");
  const learn = vi.fn(() => Promise.reject<string>(late));
  const store = createModelStore(learn);
  expect(store.get("shop", toPart("退货"))).toEqual({ state: "learning" });
  await vi.waitFor(() =>
    expect(store.get("shop", toPart("退货"))).toMatchObject({ state: "failed", error: late }),
  );
  for (let asked = 0; asked < 3; asked += 1)
    expect(store.get("shop", toPart("退货"))).toMatchObject({ state: "failed" });
  expect(learn).toHaveBeenCalledTimes(1);
  expect(store.get("shop", toPart("换货"))).toEqual({ state: "learning" });
  expect(learn).toHaveBeenCalledTimes(2);
});

test("learning that somebody ended is told once, and tried again by the next who asks", async () => {
  const killed = new ThreadLost("killed", "the thread ended with SIGTERM");
  const learn = vi.fn(() => Promise.reject<string>(killed));
  const store = createModelStore(learn);
  store.get("shop", toPart("退货"));
  await vi.waitFor(() => expect(learn).toHaveBeenCalledTimes(1));
  await vi.waitFor(() => expect(store.get("shop", toPart("退货"))).toMatchObject({ state: "failed" }));
  expect(store.get("shop", toPart("退货"))).toEqual({ state: "learning" });
  expect(learn).toHaveBeenCalledTimes(2);
});

test.each([
  [new ThreadLost("late", ""), "late"],
  [new ThreadLost("memory", ""), "memory"],
  [new ThreadLost("stopped", ""), "interrupted"],
  [new ThreadLost("killed", ""), "interrupted"],
  [new ThreadLost("failed", ""), "other"],
  [new SyntaxError("not JSON"), "other"],
])("%o is told as %s", (error, why) => expect(whyUnlearned(error)).toBe(why));
