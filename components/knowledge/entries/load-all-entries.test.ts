import { expect, test } from "vitest";
import { BULK_MAX } from "#flows/knowledge/bulk-max.ts";
import { LOAD_MAX, loadAllEntries } from "./load-all-entries.ts";

const openList = (total: number) => async (page: number) =>
  Array.from({ length: total }, (_, index) => index).slice(page * LOAD_MAX, (page + 1) * LOAD_MAX);

test.each([0, 69, 100, 169, 500])("all of %i entries are loaded, in their order", async (total) => {
  expect(await loadAllEntries(openList(total))).toEqual(Array.from({ length: total }, (_, index) => index));
});

test("no more are loaded than one act takes", async () => {
  expect(await loadAllEntries(openList(1_000))).toHaveLength(BULK_MAX);
});
