import { pino } from "pino";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#e2e/support/test-database.ts";
import { type Background, type Chore, startBackground } from "./start-background.ts";

const log = pino({ level: "silent" });
const HOUR = 3_600_000;

let database: TestDatabase;
const open: Background[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(async () => {
  const all = open.splice(0);
  await Promise.all(all.map((one) => one.drain()));
  await Promise.all(all.map((one) => one.close()));
});
afterAll(() => database.drop());

function start(chores: readonly Chore[], isWorking = true): Background {
  const connection = { databaseUrl: database.url, redisUrl: null };
  const background = startBackground({ connection, log, isWorking, chores });
  open.push(background);
  return background;
}

/** Rows that are to be done, and a chore that does them, of a name that no other test has: they share one queue; `begun` resolves when so many were begun. */
function createRows(name: string, rows: readonly string[], more: Partial<Chore> = {}) {
  const left = new Set(rows);
  const done: string[] = [];
  const waiting: { readonly count: number; resolve(): void }[] = [];
  let together = 0;
  const most = { together: 0 };
  const chore: Chore = {
    ...{ name, atOnce: 1, sweepMs: HOUR, find: async () => [...left] },
    perform: async (id) => {
      together += 1;
      most.together = Math.max(most.together, together);
      await new Promise(setImmediate);
      together -= 1;
      left.delete(id);
      done.push(id);
      for (const { count, resolve } of waiting) if (done.length >= count) resolve();
    },
    ...more,
  };
  const reach = (count: number) =>
    done.length >= count
      ? Promise.resolve()
      : new Promise<void>((resolve) => waiting.push({ count, resolve }));
  return { chore, done, most, reach };
}

test("a wake-up from a process that only serves pages reaches one that works", async () => {
  const rows = createRows("paging", ["1", "2"]);
  start([rows.chore]);
  start([], false).wake("paging", "2");
  await rows.reach(1);
  expect(rows.done).toEqual(["2"]);
});

test("without an id the chore looks itself, and does all that is open, no more at once than it may", async () => {
  const rows = createRows("looking", ["1", "2", "3", "4", "5"], { atOnce: 2 });
  start([rows.chore]).wake("looking");
  await rows.reach(5);
  expect(rows.done.toSorted()).toEqual(["1", "2", "3", "4", "5"]);
  expect(rows.most.together).toBeLessThanOrEqual(2);
});

test("what found no seat is done when one is free, however many there are, without waiting for a sweep", async () => {
  const names = Array.from({ length: 300 }, (_, index) => `${index}`);
  const rows = createRows("crowding", names);
  const background = start([rows.chore]);
  for (const name of names) background.wake("crowding", name);
  await rows.reach(300);
  expect(rows.done.toSorted()).toEqual(names.toSorted());
  expect(rows.most.together).toBe(1);
});

test("what was done is done again when it is woken again, though another of its chore has the seat", async () => {
  const gates = { "1": Promise.withResolvers<void>(), "2": Promise.withResolvers<void>() };
  const begun = { "1": Promise.withResolvers<void>(), "2": Promise.withResolvers<void>() };
  const again = Promise.withResolvers<void>();
  const seen: string[] = [];
  const chore: Chore = {
    ...{ name: "again", atOnce: 1, sweepMs: HOUR, find: async () => [] },
    perform: async (id) => {
      if (seen.includes(id)) return again.resolve();
      seen.push(id);
      if (id !== "1" && id !== "2") return;
      begun[id].resolve();
      await gates[id].promise;
    },
  };
  const marks = createRows("marking", []);
  const background = start([chore, marks.chore]);
  /** Jobs are taken in their order: when the mark was made, what was woken before it has been looked at. */
  const wakeAndMark = async (id: string) => {
    const mark = `${marks.done.length}`;
    background.wake("again", id);
    background.wake("marking", mark);
    await marks.reach(Number(mark) + 1);
  };
  background.wake("again", "1");
  await begun["1"].promise;
  await wakeAndMark("2");
  gates["1"].resolve();
  await begun["2"].promise;
  // The job that did "1" ends a moment after its work; a wake-up before that is dropped.
  for (let round = 0; round < 20; round += 1) await wakeAndMark("1");
  gates["2"].resolve();
  await again.promise;
  expect(seen).toEqual(["1", "2"]);
});

test("a lost wake-up costs one sweep", async () => {
  const rows = createRows("sweeping", ["1"], { sweepMs: 50 });
  start([rows.chore]);
  await rows.reach(1);
  expect(rows.done).toEqual(["1"]);
});

test("work that fails is not tried in a loop, and holds no other chore up", async () => {
  let tries = 0;
  const broken: Chore = {
    ...{ name: "broken", atOnce: 1, sweepMs: HOUR, find: async () => ["x"] },
    perform: async () => {
      tries += 1;
      throw new Error("broken");
    },
  };
  const rows = createRows("beside", ["1", "2", "3"]);
  const background = start([broken, rows.chore]);
  background.wake("broken");
  background.wake("beside");
  await rows.reach(3);
  expect(tries).toBeLessThanOrEqual(1);
});

test("draining tells what is under way to stop, and waits for it", async () => {
  let began: () => void = () => {};
  const beginning = new Promise<void>((resolve) => {
    began = resolve;
  });
  let hasEnded = false;
  const chore: Chore = {
    ...{ name: "long", atOnce: 1, sweepMs: HOUR, find: async () => [] },
    perform: async (_, stop) => {
      began();
      await new Promise<void>((resolve) => stop.addEventListener("abort", () => resolve(), { once: true }));
      hasEnded = true;
    },
  };
  const background = start([chore]);
  background.wake("long", "1");
  await beginning;
  await background.drain();
  expect(hasEnded).toBe(true);
});
