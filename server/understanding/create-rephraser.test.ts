import { expect, test, vi } from "vitest";
import { createRephraser, type WordGroups } from "./create-rephraser.ts";
import { createWording } from "./create-wording.ts";
import type { RowTable } from "./row-table.ts";

const wording = createWording([]);
const KEYS = ["red", "green", "blue", "black", "late"].map(wording.toKey);
const TABLE: RowTable = {
  keys: KEYS,
  lines: KEYS.map((key) => wording.toFeatures(key).tokens.join(" ")),
  owners: Int32Array.from(KEYS, (_, row) => row),
  roles: new Uint8Array(KEYS.length),
  places: new Int32Array(KEYS.length),
};

/** What is asked for, and how often the rows were looked through for it. */
function readCounted(groups: WordGroups, text: string) {
  const rephrase = createRephraser(groups, wording, TABLE);
  const search = vi.spyOn(String.prototype, "includes");
  try {
    const { others } = rephrase(wording.toKey(text));
    const isLine = ([wanted]: readonly unknown[]) => typeof wanted === "string" && wanted.startsWith(" ");
    return { keys: others.map(({ key }) => key), searches: search.mock.calls.filter(isLine).length };
  } finally {
    search.mockRestore();
  }
}

test("a word is looked for in the rows until three of its words are found, each counted once", () => {
  const groups = [
    ["mauve", "red", "green"],
    ["mauve", "red", "blue", "black"],
  ];
  // The first is the word itself.
  expect(readCounted(groups, "mauve")).toEqual({ keys: ["red", "green", "blue"], searches: 4 });
});

test("a word in thousands of groups costs no more than one in fifty", () => {
  const groupsOf = (count: number) => Array.from({ length: count }, (_, at) => ["mauve", `word${at}x`]);
  expect(readCounted(groupsOf(49).concat([["mauve", "late"]]), "mauve").keys).toEqual(["late"]);
  expect(readCounted(groupsOf(2_000), "mauve")).toEqual({ keys: [], searches: 51 });
});
