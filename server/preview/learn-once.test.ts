import { expect, test } from "vitest";
import { createLearnOnce } from "./learn-once.ts";

/** Work that ends when the test says so. */
function createWork() {
  const started: string[] = [];
  const ends = new Map<string, PromiseWithResolvers<string>>();
  const learn = (key: string) => (signal: AbortSignal) => {
    started.push(key);
    const end = Promise.withResolvers<string>();
    signal.addEventListener("abort", () => end.reject(signal.reason));
    ends.set(key, end);
    return end.promise;
  };
  /** Lets what waits for a settled promise go on. */
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return { started, ends, learn, settle };
}

test("whoever asks first starts it, the others wait for the same, and it is kept", async () => {
  const { started, ends, learn, settle } = createWork();
  const known = createLearnOnce<string>({ max: 10, threadsMax: 2 });
  expect(known.get("a", learn("a"))).toEqual({ state: "learning" });
  expect(known.get("a", learn("a"))).toEqual({ state: "learning" });
  ends.get("a")?.resolve("A");
  await settle();
  expect(known.get("a", learn("a"))).toEqual({ state: "ready", value: "A" });
  expect(started).toEqual(["a"]);
});

test("no more than so many are learned at once; the next begins when one ends, well or badly", async () => {
  const { started, ends, learn, settle } = createWork();
  const known = createLearnOnce<string>({ max: 10, threadsMax: 2 });
  for (const key of ["a", "b", "c"]) known.get(key, learn(key));
  expect(started).toEqual(["a", "b"]);
  ends.get("b")?.reject(new Error("no memory"));
  await settle();
  expect(started).toEqual(["a", "b", "c"]);
});

test("a failure is told once; asked again, it is learned again", async () => {
  const { started, ends, learn, settle } = createWork();
  const known = createLearnOnce<string>({ max: 10, threadsMax: 1 });
  known.get("a", learn("a"));
  ends.get("a")?.reject(new Error("no memory"));
  await settle();
  expect(known.get("a", learn("a"))).toMatchObject({ state: "failed" });
  expect(known.get("a", learn("a"))).toEqual({ state: "learning" });
  expect(started).toEqual(["a", "a"]);
});

test("where a failure is kept, nobody who asks on and on begins it again before its time is over", async () => {
  const { started, ends, learn, settle } = createWork();
  let now = 0;
  const error = new Error("no memory");
  const failedMs = (kept: unknown) => (kept === error ? 1_000 : 0);
  const known = createLearnOnce<string>({ max: 10, threadsMax: 1, failedMs, now: () => now });
  known.get("a", learn("a"));
  ends.get("a")?.reject(error);
  await settle();
  for (let asked = 0; asked < 3; asked += 1)
    expect(known.get("a", learn("a"))).toMatchObject({ state: "failed", error });
  expect(started).toEqual(["a"]);
  now = 1_001;
  expect(known.get("a", learn("a"))).toEqual({ state: "learning" });
  expect(started).toEqual(["a", "a"]);
  // One that passes is told once.
  ends.get("a")?.reject(new Error("killed"));
  await settle();
  expect(known.get("a", learn("a"))).toMatchObject({ state: "failed" });
  expect(known.get("a", learn("a"))).toEqual({ state: "learning" });
  expect(started).toEqual(["a", "a", "a"]);
});

test("of one lane only the newest waits; what it replaced is never begun, and can be asked for again", async () => {
  const { started, ends, learn, settle } = createWork();
  const known = createLearnOnce<string>({ max: 10, threadsMax: 1 });
  for (const key of ["a", "b", "c", "d"]) known.get(key, learn(key), "shop");
  expect([known.has("a"), known.has("b"), known.has("c"), known.has("d")]).toEqual([
    true,
    false,
    false,
    true,
  ]);
  ends.get("a")?.resolve("A");
  await settle();
  expect(started).toEqual(["a", "d"]);
  expect(known.get("b", learn("b"), "shop")).toEqual({ state: "learning" });
  ends.get("d")?.resolve("D");
  await settle();
  expect(started).toEqual(["a", "d", "b"]);
  expect(known.get("a", learn("a"), "shop")).toEqual({ state: "ready", value: "A" });
});

test("lanes take turns: one that asks again and again neither loses its turn nor takes another's", async () => {
  const { started, ends, learn, settle } = createWork();
  const known = createLearnOnce<string>({ max: 10, threadsMax: 1 });
  known.get("shop 1", learn("shop 1"), "shop");
  known.get("shop 2", learn("shop 2"), "shop");
  known.get("bank 1", learn("bank 1"), "bank");
  known.get("shop 3", learn("shop 3"), "shop");
  ends.get("shop 1")?.resolve("");
  await settle();
  known.get("shop 4", learn("shop 4"), "shop");
  ends.get("shop 3")?.resolve("");
  await settle();
  expect(started).toEqual(["shop 1", "shop 3", "bank 1"]);
});

test("what nobody asks about any more makes room for what somebody asks for; alone, it is learned to its end", async () => {
  const { started, ends, learn, settle } = createWork();
  let now = 0;
  const known = createLearnOnce<string>({ max: 10, threadsMax: 1, idleMsMax: 3_000, now: () => now });
  known.get("old", learn("old"));
  now = 60_000;
  expect(known.get("old", learn("old"))).toEqual({ state: "learning" });
  known.get("new", learn("new"));
  await settle();
  expect(started).toEqual(["old"]);
  now += 3_001;
  known.get("new", learn("new"));
  await settle();
  expect(started).toEqual(["old", "new"]);
  ends.get("new")?.resolve("NEW");
  await settle();
  expect(known.get("new", learn("new"))).toEqual({ state: "ready", value: "NEW" });
  expect(known.get("old", learn("old"))).toEqual({ state: "learning" });
  expect(started).toEqual(["old", "new", "old"]);
});

test("two who both ask on and on both get what they asked for", async () => {
  const { started, ends, learn, settle } = createWork();
  let now = 0;
  const known = createLearnOnce<string>({ max: 10, threadsMax: 1, idleMsMax: 3_000, now: () => now });
  for (; now < 20_000; now += 500) for (const key of ["a", "b"]) known.get(key, learn(key));
  expect(started).toEqual(["a"]);
  ends.get("a")?.resolve("A");
  await settle();
  expect(started).toEqual(["a", "b"]);
});
