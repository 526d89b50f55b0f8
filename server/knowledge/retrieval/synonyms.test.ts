import { describe, expect, test } from "vitest";
import { buildPassageIndex } from "./passage-index.ts";
import { searchPassages } from "./search-passages.ts";
import { createSynonymFinder } from "./synonym-finder.ts";

const SHELF = [
  { id: "return", title: "", text: "退货须在签收后七天内提出，运费由买家承担。" },
  { id: "freight", title: "", text: "邮费满九十九元由我们承担。" },
  { id: "notebook", title: "", text: "The laptop ships with a charger." },
  { id: "code", title: "", text: "型号 AX-200/7 的滤芯每半年更换。" },
];
const index = buildPassageIndex(SHELF);
const GROUPS = [
  ["退货", "退回去", "不要了"],
  ["运费", "邮费", "快递费"],
  ["laptop", "notebook computer"],
];
const find = (question: string, groups: readonly (readonly string[])[] = GROUPS) =>
  searchPassages(index, { question, limit: 4, findSynonyms: createSynonymFinder(groups) });

describe("without a synonym in the question", () => {
  test.each(["签收后几天", "AX-200/7 滤芯", "charger", "承担", "今天天气", ""])(
    "%s finds exactly what it found",
    (question) => {
      const plain = searchPassages(index, { question, limit: 4 });
      expect(find(question)).toEqual(plain);
      expect(find(question, [])).toEqual(plain);
    },
  );
});

describe("with one", () => {
  test("a passage that says it otherwise is found, and covers as much as one that says it so", () => {
    expect(searchPassages(index, { question: "不要了", limit: 1 })).toEqual([]);
    expect(find("不要了")[0]).toMatchObject({ id: "return", coverage: 1 });
    expect(find("快递费谁出").map(({ id }) => id)).toEqual(expect.arrayContaining(["freight", "return"]));
  });

  test("what is said as asked is found as before", () => {
    expect(find("运费")[0]).toMatchObject({ id: "return" });
    expect(find("邮费")[0]).toMatchObject({ id: "freight" });
  });

  test("English counts as whole words, with a plural", () => {
    expect(find("notebook computers")[0]?.id).toBe("notebook");
    expect(find("laptopia")).toEqual([]);
  });

  test("two words of two groups are both heard", () => {
    expect(find("不要了快递费谁出")[0]).toMatchObject({ id: "return" });
  });

  test("a part number is found as ever", () => {
    expect(find("不要了 AX-200/7")[0]?.id).toBe("code");
  });
});

test("the longest word wins, and a group of one word is none", () => {
  const finder = createSynonymFinder([["退", "还"], ["退货", "寄回"], ["孤单"]]);
  expect(finder("我要退货")).toEqual([{ from: 2, to: 4, others: ["寄回"] }]);
  expect(finder("孤单")).toEqual([]);
});
