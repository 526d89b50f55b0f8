import { expect, test } from "vitest";
import { createTurns } from "./create-turns.ts";

/** Work that ends when the test says so. */
function createWork() {
  const begun: string[] = [];
  const ends = new Map<string, PromiseWithResolvers<string>>();
  const work = (name: string) => () => {
    begun.push(name);
    const end = Promise.withResolvers<string>();
    ends.set(name, end);
    return end.promise;
  };
  return { begun, ends, work };
}

/** Lets what waits for a settled promise go on. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

test("no more than so many work at once, and the others come in their order, told how many are before them", async () => {
  const { begun, ends, work } = createWork();
  const turns = createTurns(2, [["any", 2]]);
  const heard: string[] = [];
  const all = ["a", "b", "c", "d"].map((name) =>
    turns.take("any", work(name), (ahead) => heard.push(`${name} after ${ahead}`)),
  );
  await settle();
  expect(begun).toEqual(["a", "b"]);
  expect(heard).toEqual(["c after 1", "d after 2"]);
  ends.get("b")?.resolve("B");
  await settle();
  expect(begun).toEqual(["a", "b", "c"]);
  expect(heard).toEqual(["c after 1", "d after 2", "d after 1"]);
  for (const name of ["a", "c"]) ends.get(name)?.resolve(name);
  await settle();
  ends.get("d")?.resolve("D");
  expect(await Promise.all(all)).toEqual(["a", "B", "c", "D"]);
});

test("one that fails says so to whoever began it, and the next has its turn", async () => {
  const { begun, ends, work } = createWork();
  const turns = createTurns(1, [["any", 1]]);
  const first = turns.take("any", work("a"));
  const second = turns.take("any", work("b"));
  await settle();
  ends.get("a")?.reject(new Error("too late"));
  await expect(first).rejects.toThrow("too late");
  await settle();
  expect(begun).toEqual(["a", "b"]);
  ends.get("b")?.resolve("B");
  expect(await second).toBe("B");
});

test("one that throws before it waits for anything holds nobody up either", async () => {
  const turns = createTurns(1, [["any", 1]]);
  const failing = turns.take("any", () => {
    throw new Error("at once");
  });
  await expect(failing).rejects.toThrow("at once");
  expect(await turns.take("any", () => Promise.resolve("next"))).toBe("next");
});

test("a higher rank comes first, and of a rank no more work at once than it may", async () => {
  const { begun, ends, work } = createWork();
  const turns = createTurns(2, [
    ["first", 2],
    ["last", 1],
  ]);
  const heard: string[] = [];
  const onWait = (name: string) => (ahead: number) => void heard.push(`${name} after ${ahead}`);
  const all = [
    turns.take("last", work("a")),
    turns.take("last", work("b"), onWait("b")),
    turns.take("first", work("c")),
    turns.take("first", work("d"), onWait("d")),
  ];
  await settle();
  expect(begun).toEqual(["a", "c"]);
  expect(heard).toEqual(["b after 1", "d after 1", "b after 2"]);
  ends.get("c")?.resolve("C");
  await settle();
  expect(begun).toEqual(["a", "c", "d"]);
  ends.get("d")?.resolve("D");
  await settle();
  expect(begun).toEqual(["a", "c", "d"]);
  ends.get("a")?.resolve("A");
  await settle();
  ends.get("b")?.resolve("B");
  expect(await Promise.all(all)).toEqual(["A", "B", "C", "D"]);
});
