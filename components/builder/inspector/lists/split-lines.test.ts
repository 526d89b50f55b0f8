import { describe, expect, it } from "vitest";
import { listDoubles, splitLines } from "./split-lines.ts";
import { keyOf, nextId } from "./use-list.ts";

describe("splitLines", () => {
  it("reads a pasted column without doubles and empty lines", () => {
    expect(splitLines(" 怎么退货 \r\n\r\n我要退款\n怎么退货\t退钱")).toEqual([
      "怎么退货",
      "我要退款",
      "退钱",
    ]);
  });
});

describe("listDoubles", () => {
  it("finds lines that the matcher cannot tell apart", () => {
    expect(listDoubles(["怎么退货？", "怎么退货", "退款", "ＯＫ", "ok!"])).toEqual(["怎么退货", "ok!"]);
  });
});

describe("items of lists", () => {
  it("get ids that are free", () => {
    expect(nextId([], "option")).toBe("option-1");
    expect(nextId([{ id: "option-1" }, { id: "option-3" }], "option")).toBe("option-4");
    expect(nextId([{ id: "option-1" }, { id: "option-2" }], "option")).toBe("option-3");
  });

  it("are told apart by their id, or their place", () => {
    expect(keyOf({ id: "a" }, 0)).toBe("a");
    expect(keyOf("a", 2)).toBe("#2");
  });
});
