import { expect, test } from "vitest";
import { toMarked } from "./to-marked.ts";

test("what was searched is marked wherever it stands, and signs are no patterns", () => {
  expect(toMarked("ABC-1 和 abc-1", "abc-1").map(({ text, isFound }) => [text, isFound])).toEqual([
    ["ABC-1", true],
    [" 和 ", false],
    ["abc-1", true],
  ]);
  expect(toMarked("100% (满减)", "(满减)").at(-1)).toMatchObject({ text: "(满减)", isFound: true });
  expect(toMarked("退货", "")).toHaveLength(1);
});
