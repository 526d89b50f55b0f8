import { expect, test } from "vitest";
import { type EntryContent, emptyContent } from "../../faq/entry-content.ts";
import { checkEntries } from "./check-entries.ts";

const content = (question: string, answer: string, similar: readonly string[] = []): EntryContent => ({
  ...emptyContent,
  question: { "zh-CN": question },
  similar: [...similar],
  answers: answer === "" ? [] : [{ locale: "zh-CN", channel: null, text: answer }],
});

const check = (contents: Readonly<Record<string, EntryContent>>) =>
  checkEntries({
    entries: Object.entries(contents).map(([id, own]) => ({ id, rev: 1, content: own })),
    synonyms: [["退货", "退回"]],
    glossary: [{ locale: "zh-CN", preferred: "退款", forbidden: ["返款"] }],
  }).map(({ entryId, passes, findings }) => [entryId, passes, findings.map(({ code }) => code)]);

test("an entry passes that has its answer and the words that the glossary wants; few phrasings are only advice", () => {
  expect(check({ a: content("怎么退货", "在订单里申请退款。") })).toEqual([["a", 1, []]]);
});

test("what must be mended is found, but not what only time does", () => {
  const expired = { ...content("会员生日有礼物吗", "有。"), validTo: "2020-01-01T00:00:00.000Z" };
  expect(
    check({
      words: content("多久返款", "三天内返款。"),
      bare: content("可以开发票吗", ""),
      price: content("运费多少", "运费 10 元。"),
      expired,
    }),
  ).toEqual([
    ["words", 0, ["forbidden_word"]],
    ["bare", 0, ["no_answer"]],
    ["price", 0, ["price_without_end"]],
    ["expired", 1, []],
  ]);
});

test("of entries that ask the same, contrary answers fail both, and equal ones are only named", () => {
  expect(
    check({
      a: content("怎么退货", "七天内可退。"),
      b: content("怎么退回", "十五天内可退。"),
      c: content("几点关门", "晚上十点。", ["什么时候打烊"]),
      d: content("什么时候打烊", "晚上十点。"),
    }),
  ).toEqual([
    ["a", 0, ["contradicts"]],
    ["b", 0, ["contradicts"]],
    ["c", 1, []],
    ["d", 1, ["duplicate"]],
  ]);
});
