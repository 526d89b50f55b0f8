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

test("the longest word wins; a group of one word is a term, which is called nothing else", () => {
  const finder = createSynonymFinder([["退", "还"], ["退货", "寄回"], ["以旧换新"], [" "]]);
  expect(finder("我要退货")).toEqual([{ from: 2, to: 4, others: ["寄回"] }]);
  expect(finder("以旧换新")).toEqual([{ from: 0, to: 4, others: [] }]);
});

describe("a term of the dictionary", () => {
  const shelf = buildPassageIndex([
    { id: "parts", title: "", text: "旧了就换：新款沙发套，旧沙发换新布面，换新只要两天，换新不收上门费。" },
    { id: "whole", title: "", text: "参加以旧换新的客户，请在下单时上传旧沙发的照片，我们估价后减免货款。" },
    { id: "other", title: "", text: "邮费满九十九元由我们承担。" },
  ]);
  const ask = (question: string, groups: readonly (readonly string[])[]) =>
    searchPassages(shelf, { question, limit: 3, findSynonyms: createSynonymFinder(groups) });

  test("is found as a whole; a passage that holds only parts of it hardly counts", () => {
    const [plain, known] = [ask("以旧换新", []), ask("以旧换新", [["以旧换新"]])];
    expect(known[0]).toEqual(plain[0]);
    expect(known[0]).toMatchObject({ id: "whole", coverage: 1 });
    const partsOf = (hits: typeof plain) => hits.find(({ id }) => id === "parts")?.coverage ?? 0;
    expect(partsOf(plain)).toBeGreaterThan(0.2);
    expect(partsOf(known)).toBeCloseTo(partsOf(plain) / 4);
  });

  test("changes nothing where the question does not name it", () => {
    expect(ask("沙发换新多久", [["以旧换新"]])).toEqual(ask("沙发换新多久", []));
  });
});
