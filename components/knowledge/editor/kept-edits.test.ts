import { expect, test } from "vitest";
import { toDraft, toEmptyContent } from "./entry-draft.ts";
import { keepEdits, readKept } from "./kept-edits.ts";

function openStore() {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}

const place = { userId: "lin", baseId: "b", entryId: "e" };
const start = toEmptyContent("zh-CN", null);
const edits = { draft: { ...toDraft(start), similar: "如何退货" }, start, rev: 3, at: 1 };

test("what was typed is there again for the same person and entry, and for nobody else", () => {
  const store = openStore();
  keepEdits(place, edits, store);
  expect(readKept(place, store)).toEqual(edits);
  expect(readKept({ ...place, userId: "chen" }, store)).toBeNull();
  expect(readKept({ ...place, entryId: null }, store)).toBeNull();
  keepEdits(place, null, store);
  expect(readKept(place, store)).toBeNull();
});

test("what cannot be read is as if nothing were kept", () => {
  const store = openStore();
  store.items.set("jieda.entry.lin.e", '{"draft":{}}');
  expect(readKept(place, store)).toBeNull();
  store.items.set("jieda.entry.lin.e", "{");
  expect(readKept(place, store)).toBeNull();
});
