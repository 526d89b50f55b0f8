import { describe, expect, it } from "vitest";
import { listSpans } from "./list-spans.ts";

const known = new Set(["order", "金额"]);
const types = (source: string) =>
  listSpans(source, known).map(({ from, to, type }) => [source.slice(from, to), type]);

describe("listSpans", () => {
  it("colours names, numbers, texts, words and functions", () => {
    expect(types('len(order.items) > 2 and 金额 == "a b"')).toEqual([
      ["len", "function"],
      ["order", "name"],
      ["2", "number"],
      ["and", "keyword"],
      ["金额", "name"],
      ['"a b"', "string"],
    ]);
  });

  it("marks names that nobody defined", () => {
    expect(types("phone + run(1)")).toEqual([
      ["phone", "unknown"],
      ["run", "unknown"],
      ["1", "number"],
    ]);
  });

  it("reads what is half written", () => {
    expect(types('order == "ab')).toEqual([
      ["order", "name"],
      ['"ab', "string"],
    ]);
    expect(types("")).toEqual([]);
  });
});
