import { expect, test } from "vitest";
import { guardCell, unguardCell } from "./guard-cell.ts";

test.each(["=1+1", "+86 138", "-5", "@SUM(A1)", "\tx", "\rx", "＝1+1", "－5", " =1+1", "\u3000＋1"])(
  "%j is no formula in a file that we write, and itself again when it comes back",
  (text) => {
    expect(guardCell(text)).toBe(`'${text}`);
    expect(unguardCell(guardCell(text))).toBe(text);
  },
);

test.each(["怎么退货", "1-2", "a=b", "'引用'", ""])("%j stays as it is", (text) => {
  expect(guardCell(text)).toBe(text);
  expect(unguardCell(text)).toBe(text);
});
