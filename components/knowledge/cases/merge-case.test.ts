import { expect, test } from "vitest";
import { EMPTY_CASE } from "./case-draft.ts";
import { keepRest, mergeCase, takeFields } from "./merge-case.ts";

const base = { ...EMPTY_CASE, question: "沙发塌了一角", answer: "上门换弹簧。" };

test("what only one side changed is kept of both, without asking", () => {
  const merged = mergeCase({
    base,
    mine: { ...base, answer: "先拍照，再上门。" },
    theirs: { ...base, outcome: "客户满意", ownerId: "u" },
  });
  expect(merged.fields).toEqual([]);
  expect(merged.draft).toEqual({ ...base, answer: "先拍照，再上门。", outcome: "客户满意", ownerId: "u" });
});

test("what both changed is asked for, unless both wrote the same", () => {
  const mine = { ...base, answer: "先拍照。", outcome: "好" };
  const theirs = { ...base, answer: "先打电话。", outcome: "好 " };
  const merged = mergeCase({ base, mine, theirs });
  expect(merged.fields).toEqual(["answer"]);
  expect(merged.draft.answer).toBe("先拍照。");
  expect(takeFields(merged.draft, theirs, ["answer"]).answer).toBe("先打电话。");
});

test("without what was typed upon, no difference is decided for anybody", () => {
  const merged = mergeCase({ base: null, mine: base, theirs: { ...base, context: "新房" } });
  expect(merged.fields).toEqual(["context"]);
  expect(merged.draft).toEqual(base);
});

test("what is typed while a case is being saved stays, upon what was saved", () => {
  const typed = { ...base, answer: "先拍照。" };
  expect(keepRest({ now: typed, typed, saved: { ...typed, outcome: "好" } })).toBeNull();
  expect(keepRest({ now: { ...typed, tags: "沙发 " }, typed, saved: { ...typed, tags: "沙发" } })).toBeNull();
  const now = { ...typed, answer: "先拍照，再上门。" };
  expect(keepRest({ now, typed, saved: { ...typed, outcome: "好" } })).toEqual({ ...now, outcome: "好" });
});

test("what is typed on while two people's words are settled is not taken for settled", () => {
  const typed = { ...base, answer: "先拍照。", outcome: "好" };
  const saved = { ...typed, answer: "先打电话。" };
  expect(keepRest({ now: typed, typed, saved })).toBeNull();
  const now = { ...typed, answer: "先拍照，再上门。" };
  expect(keepRest({ now, typed, saved })).toEqual(now);
});
