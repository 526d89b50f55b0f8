import { expect, test } from "vitest";
import { keepTyping, keptPassageSchema, readKept } from "./kept-typing.ts";

const place = { userId: "u1", kind: "passage", id: "p1" } as const;
const kept = { text: "十五天内可退。", knownAt: "2026-11-27T00:00:00.000Z" };

function openStore() {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}

test("what was typed is there again, for the same person and the same passage only", () => {
  const store = openStore();
  keepTyping(place, kept, store);
  expect(readKept(place, keptPassageSchema, store)).toEqual(kept);
  expect(readKept({ ...place, userId: "u2" }, keptPassageSchema, store)).toBeNull();
  expect(readKept({ ...place, id: "p2" }, keptPassageSchema, store)).toBeNull();
  expect(readKept({ ...place, kind: "settings" }, keptPassageSchema, store)).toBeNull();
  keepTyping(place, null, store);
  expect(readKept(place, keptPassageSchema, store)).toBeNull();
});

test("what another version wrote, and a store that is shut, are as nothing", () => {
  const store = openStore();
  keepTyping(place, { words: 1 }, store);
  expect(readKept(place, keptPassageSchema, store)).toBeNull();
  const shut = () => {
    throw new Error("shut");
  };
  const closed = { getItem: shut, setItem: shut, removeItem: shut };
  keepTyping(place, kept, closed);
  expect(readKept(place, keptPassageSchema, closed)).toBeNull();
});
