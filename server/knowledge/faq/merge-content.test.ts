import { expect, test } from "vitest";
import { type EntryContent, emptyContent } from "./entry-content.ts";
import { mergeContent } from "./merge-content.ts";

const base: EntryContent = {
  ...emptyContent,
  question: { "zh-CN": "怎么退货" },
  similar: ["如何退货", "我要退货"],
  answers: [{ locale: "zh-CN", channel: null, text: "七天内可退。" }],
  tags: ["售后"],
};

test("two people who changed different fields both keep their work", () => {
  const theirs = { ...base, tags: ["售后", "退货"] };
  const merged = mergeContent({ base, mine: { question: { "zh-CN": "怎样退货" } }, theirs });
  expect(merged).toEqual({ type: "merged", content: { ...theirs, question: { "zh-CN": "怎样退货" } } });
});

test("phrasings that both added are all there, and what either took out is gone", () => {
  const theirs = { ...base, similar: ["如何退货", "退货流程"] };
  const merged = mergeContent({ base, mine: { similar: ["如何退货", "我要退货", "退货地址"] }, theirs });
  expect(merged).toMatchObject({ content: { similar: ["如何退货", "退货流程", "退货地址"] } });
});

test("answers for different channels and questions in different languages are merged", () => {
  const theirs: EntryContent = {
    ...base,
    question: { "zh-CN": "怎么退货", en: "How do I return this?" },
    answers: [...base.answers, { locale: "zh-CN", channel: "wechat-oa", text: "回复“退货”办理。" }],
  };
  const mine: Partial<EntryContent> = {
    question: { "zh-CN": "如何办理退货" },
    answers: [...base.answers, { locale: "en", channel: null, text: "Within 7 days." }],
  };
  const merged = mergeContent({ base, mine, theirs });
  expect(merged).toMatchObject({
    type: "merged",
    content: { question: { "zh-CN": "如何办理退货", en: "How do I return this?" } },
  });
  expect(merged.type === "merged" && merged.content.answers).toHaveLength(3);
});

test("one answer that both rewrote is a conflict that holds both texts", () => {
  const write = (text: string): EntryContent["answers"] => [{ locale: "zh-CN", channel: null, text }];
  const theirs = { ...base, answers: write("十五天内可退。") };
  expect(mergeContent({ base, mine: { answers: write("三十天内可退。") }, theirs })).toEqual({
    type: "conflict",
    fields: [
      {
        field: "answers",
        base: base.answers,
        mine: write("三十天内可退。"),
        theirs: write("十五天内可退。"),
      },
    ],
  });
});

test("a language is never merged away: an entry keeps at least one question", () => {
  const both: EntryContent = { ...base, question: { "zh-CN": "怎么退货", en: "Return?" } };
  const theirs: EntryContent = { ...both, question: { en: "Return?" } };
  const merged = mergeContent({ base: both, mine: { question: { "zh-CN": "怎么退货" } }, theirs });
  expect(merged.type).toBe("conflict");
});
