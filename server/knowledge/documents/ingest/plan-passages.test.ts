import { expect, test } from "vitest";
import { cutPassages } from "../passages/cut-passages.ts";
import { planPassages, type StoredPassage } from "./plan-passages.ts";

const cut = (...texts: readonly string[]) =>
  cutPassages(
    texts.flatMap((text, place) => [
      { type: "heading" as const, level: 1, text: `第${place}章` },
      { type: "text" as const, text },
    ]),
  );

const store = (
  passages: ReturnType<typeof cut>,
  edits: { readonly [place: number]: string } = {},
): StoredPassage[] =>
  passages.map(({ key, titlePath, text }, place) => ({
    ...{ id: `p${place}`, key, titlePath },
    text: edits[place] ?? text,
    isEdited: edits[place] !== undefined,
  }));

test("a document that has not changed keeps every row", () => {
  const passages = cut("七天内可退。", "满 99 元包邮。");
  const plan = planPassages(store(passages), passages);
  expect(plan.kept.map(({ id }) => id)).toEqual(["p0", "p1"]);
  expect([...plan.inserted, ...plan.outdated, ...plan.orphaned, ...plan.removed]).toEqual([]);
});

test("what is new is added, what is gone is removed, and the rest stays what it is", () => {
  const plan = planPassages(
    store(cut("七天内可退。", "满 99 元包邮。")),
    cut("七天内可退。", "满 199 元包邮。"),
  );
  expect(plan.kept.map(({ id }) => id)).toEqual(["p0"]);
  expect(plan.inserted).toMatchObject([{ text: "满 199 元包邮。", position: 1 }]);
  expect(plan.removed).toEqual(["p1"]);
});

test("an edited passage survives a reading of the same document", () => {
  const passages = cut("七天内可退。");
  const plan = planPassages(store(passages, { 0: "签收后七天内可以无理由退货。" }), passages);
  expect(plan.kept).toMatchObject([{ id: "p0" }]);
  expect(plan.removed).toEqual([]);
});

test("an edited passage of which the original has changed takes its place and is marked", () => {
  const before = cut("商品签收后七天内可以无理由退货，运费由买家承担。");
  const after = cut("商品签收后十五天内可以无理由退货，运费由买家承担。");
  const plan = planPassages(store(before, { 0: "商品签收后七天内可以无理由退货，运费由您承担。" }), after);
  expect(plan.outdated).toMatchObject([{ id: "p0", position: 0, key: after[0]?.key }]);
  expect([...plan.inserted, ...plan.removed]).toEqual([]);
});

test("an edited passage of which nothing is left stays at the end", () => {
  const plan = planPassages(
    store(cut("七天内可退。", "满 99 元包邮。"), { 1: "满 99 元，江浙沪包邮。" }),
    cut("七天内可退。"),
  );
  expect(plan.orphaned).toEqual([{ id: "p1", position: 1 }]);
  expect(plan.removed).toEqual([]);
});
