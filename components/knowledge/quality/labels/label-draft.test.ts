import { expect, test } from "vitest";
import { cycleEntry, EMPTY_DRAFT, isComplete, type LabelDraft, toLabel } from "./label-draft.ts";

const entry = (entryId: string) => ({ entryId, question: entryId });
const judged: LabelDraft = { ...EMPTY_DRAFT, scope: "yes", verdict: "right" };

test("a question in scope needs three answers, one out of scope two", () => {
  expect(isComplete(judged)).toBe(false);
  expect(isComplete({ ...judged, entries: "none" })).toBe(true);
  expect(isComplete({ ...judged, scope: "no" })).toBe(true);
  expect(isComplete({ ...EMPTY_DRAFT, scope: "no" })).toBe(false);
});

test("one key makes an entry one that answers, then one that helps, then none", () => {
  const once = cycleEntry(judged, entry("a"));
  expect(once).toMatchObject({ entries: "picked", relevant: [{ entryId: "a", grade: 2 }] });
  const twice = cycleEntry(once, entry("a"));
  expect(twice.relevant).toMatchObject([{ grade: 1 }]);
  expect(cycleEntry(twice, entry("a"))).toMatchObject({ entries: null, relevant: [] });
});

test("no more than five are named", () => {
  const five = ["a", "b", "c", "d", "e"].reduce((draft, id) => cycleEntry(draft, entry(id)), judged);
  expect(cycleEntry(five, entry("f"))).toBe(five);
});

test("what answers stands before what helps; cannot say and nothing fits are told apart", () => {
  const helped = cycleEntry(cycleEntry(judged, entry("a")), entry("a"));
  expect(toLabel(cycleEntry(helped, entry("b")))?.relevant?.map(({ entryId }) => entryId)).toEqual([
    "b",
    "a",
  ]);
  expect(toLabel({ ...judged, entries: "none" })?.relevant).toEqual([]);
  expect(toLabel({ ...judged, entries: "unsure" })?.relevant).toBeNull();
  expect(toLabel({ ...judged, scope: "no", entries: "none" })?.relevant).toBeNull();
  expect(toLabel(judged)).toBeNull();
});
