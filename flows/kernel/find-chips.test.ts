import { describe, expect, it } from "vitest";
import { findChips, judgeChip } from "./find-chips.ts";

const sources = (text: string) => findChips(text).map(({ source }) => source);

describe("findChips", () => {
  it("finds each expression where it stands", () => {
    expect(findChips("你好 {{ name }}，订单{{order.id}}")).toEqual([
      { from: 3, to: 13, source: "name" },
      { from: 16, to: 28, source: "order.id" },
    ]);
  });

  it("reads maps inside of expressions, which end in braces too", () => {
    expect(sources('{{ default(order, {"id": 1}) }} end')).toEqual(['default(order, {"id": 1})']);
  });

  it("leaves escaped and open braces alone", () => {
    expect(sources("\\{{ name }} and {{ name")).toEqual([]);
  });
});

describe("judgeChip", () => {
  const known = new Set(["name", "order"]);

  it("tells known, unknown and broken", () => {
    expect(judgeChip("order.id", known)).toBe("known");
    expect(judgeChip("phone", known)).toBe("unknown");
    expect(judgeChip("name +", known)).toBe("broken");
    expect(judgeChip("", known)).toBe("broken");
  });
});
