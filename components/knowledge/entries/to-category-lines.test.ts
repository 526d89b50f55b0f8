import { expect, test } from "vitest";
import { toCategoryLines } from "./to-category-lines.ts";
import { toTags } from "./to-tags.ts";

test("the tree is read line by line, and a parent counts what its branches hold", () => {
  const lines = toCategoryLines([
    { id: "a", parentId: null, name: "售后", entries: 1 },
    { id: "b", parentId: "a", name: "退货", entries: 2 },
    { id: "d", parentId: null, name: "会员", entries: 0 },
    { id: "c", parentId: "b", name: "运费", entries: 4 },
  ]);
  expect(lines.map(({ path, entries }) => [path.join("/"), entries])).toEqual([
    ["售后", 7],
    ["售后/退货", 6],
    ["售后/退货/运费", 4],
    ["会员", 0],
  ]);
});

test("tags are parted by commas of either script and by lines, each kept once", () => {
  expect(toTags("常见，退货, 常见\n 会员 、")).toEqual(["常见", "退货", "会员"]);
});
