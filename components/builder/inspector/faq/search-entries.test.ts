import { expect, it } from "vitest";
import type { FaqEntry } from "#flows/kernel/flow.ts";
import { searchEntries } from "./search-entries.ts";

const entry = (id: string, question: FaqEntry["question"], similar: string[] = []): FaqEntry => ({
  id,
  question,
  similar,
  answer: { "zh-CN": "七天内可退", en: "Within 7 days" },
});

it("finds entries by any of their words, whatever width and case", () => {
  const entries = [entry("a", "怎么退货", ["想退掉"]), entry("b", { en: "Track my PARCEL" })];
  expect(searchEntries(entries, "退掉").map(({ id }) => id)).toEqual(["a"]);
  expect(searchEntries(entries, "ｐarcel track").map(({ id }) => id)).toEqual(["b"]);
  expect(searchEntries(entries, "七天")).toHaveLength(2);
  expect(searchEntries(entries, " ")).toBe(entries);
});
