import { expect, test } from "vitest";
import { findDifferences } from "./find-differences.ts";
import type { Fact } from "./use-decisions.ts";

const fact = (subjectId: string, predicate: string, value: string): Fact => ({
  ...{ id: `${subjectId}${predicate}${value}`, state: "accepted", predicate, value },
  ...{
    subjectId,
    subjectType: "型号",
    subjectName: subjectId,
    objectId: null,
    objectType: null,
    objectName: null,
  },
  ...{ documentId: null, documentName: null, passageId: null, passage: null, titlePath: null, place: null },
  ...{
    quote: "",
    spanFrom: 0,
    spanTo: 0,
    isSourceChanged: false,
    doubles: [],
    isManual: true,
    deciderName: null,
    decidedAt: null,
  },
});

const compare = (ours: readonly Fact[], theirs: readonly Fact[]) =>
  findDifferences({ entityId: "a", facts: ours }, { entityId: "b", facts: theirs });

test("attributes of which both say something else are named, with what each says", () => {
  expect(
    compare(
      [fact("a", "价格", "999 元"), fact("a", "颜色", "黑")],
      [fact("b", "价格", "1099 元"), fact("b", "颜色", "黑")],
    ),
  ).toEqual([{ predicate: "价格", ours: ["999 元"], theirs: ["1099 元"] }]);
});

test("what only one of them says, what is not accepted and what others say of them is no difference", () => {
  expect(
    compare(
      [
        fact("a", "产地", "苏州"),
        { ...fact("a", "价格", "1 元"), state: "suggested" },
        fact("c", "价格", "2 元"),
      ],
      [fact("b", "价格", "3 元")],
    ),
  ).toEqual([]);
});

test("the same values are no difference, however wide they are written and in whatever order", () => {
  const colours = [fact("a", "颜色", "黑"), fact("a", "颜色", "ＡＢ")];
  expect(compare(colours, [fact("b", "颜色", "AB"), fact("b", "颜色", "黑")])).toEqual([]);
});
