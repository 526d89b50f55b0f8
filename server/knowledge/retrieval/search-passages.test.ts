import fc from "fast-check";
import { expect, test } from "vitest";
import { buildPassageIndex, type Passage } from "./passage-index.ts";
import { searchPassages } from "./search-passages.ts";

const SHELF = [
  {
    id: "refund",
    title: "售后 › 退款",
    text: "商品签收后 7 天内可以申请退款，款项在 1 到 3 个工作日内原路退回。",
  },
  { id: "delivery", title: "配送", text: "江浙沪次日送达，偏远地区 3 到 5 天。满 99 元包邮。" },
  { id: "part", title: "Spare parts", text: "The filter AX-200/7 fits the coffee makers of 2024 and later." },
  { id: "part-old", title: "Spare parts", text: "The filter AX-200/1 fits the coffee makers of 2019." },
  { id: "warranty", title: "Warranty", text: "We repair our coffee makers free of charge for two years." },
].map((passage): Passage => passage);

const find = (question: string, limit = 3) =>
  searchPassages(buildPassageIndex(SHELF), { question, limit }).map(({ id }) => id);

test("a question finds the passage that speaks of it, in either language", () => {
  expect(find("多久可以收到退款")[0]).toBe("refund");
  expect(find("偏遠地區要幾天")[0]).toBe("delivery");
  expect(find("Do you repair a coffee maker for free?")[0]).toBe("warranty");
});

test("a heading counts as if it stood in the passage", () => {
  expect(find("配送")).toEqual(["delivery"]);
});

test("a part number is found as it is written, and without its separators", () => {
  expect(find("AX-200/7")[0]).toBe("part");
  expect(find("ax2001 有货吗")[0]).toBe("part-old");
});

test("words that say nothing find nothing", () => {
  expect(find("请问这个是什么")).toEqual([]);
  expect(find("what is it about?")).toEqual([]);
  expect(find("")).toEqual([]);
});

test("only what is allowed is found", () => {
  const isAllowed = (id: string) => id !== "refund";
  const found = searchPassages(buildPassageIndex(SHELF), { question: "退款", limit: 3, isAllowed });
  expect(found).toEqual([]);
});

test("an empty shelf answers with nothing", () => {
  expect(searchPassages(buildPassageIndex([]), { question: "退款", limit: 3 })).toEqual([]);
});

test("the best come first, never more than asked for, each with a share of the question between 0 and 1", () => {
  const word = fc.constantFrom("退款", "配送", "filter", "AX-200/7", "的", "7", "😀", "ﬁx", "café");
  const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 12 }),
      text,
      fc.integer({ min: 1, max: 5 }),
      (texts, question, limit) => {
        const index = buildPassageIndex(texts.map((body, at) => ({ id: String(at), title: "", text: body })));
        const found = searchPassages(index, { question, limit });
        const all = searchPassages(index, { question, limit: texts.length + 1 });
        expect(found).toEqual(all.slice(0, limit));
        expect(all.every(({ score }, at) => score <= (all[at - 1]?.score ?? Number.POSITIVE_INFINITY))).toBe(
          true,
        );
        expect(all.every(({ coverage }) => coverage > 0 && coverage <= 1 + 1e-9)).toBe(true);
      },
    ),
  );
});

test("a base of one passage finds it also when the question has a word that it lacks", () => {
  const coverageOf = (text: string, question: string) =>
    searchPassages(buildPassageIndex([{ id: "a", title: "", text }]), { question, limit: 1 })[0]?.coverage ??
    0;
  const leak = "机器漏水怎么办\n先关掉电源，换密封圈。";
  expect(coverageOf(leak, "机器漏水怎么处理")).toBeGreaterThan(0.5);
  expect(coverageOf(leak, "今天天气怎么样")).toBeLessThan(0.2);
  expect(coverageOf("沙发保修三年，床垫保修五年。", "沙发可以分期付款吗")).toBeLessThan(0.2);
});
