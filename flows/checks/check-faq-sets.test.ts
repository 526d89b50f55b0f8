import { describe, expect, test } from "vitest";
import { check, START, say } from "./fixtures/say-problems.ts";

describe("FAQ sets", () => {
  const entry = (id: string, [question = "", ...similar]: readonly string[], answer: string) => ({
    id,
    question,
    answer,
    similar,
  });

  test("have an answer to each question, and one entry for it", () => {
    expect(
      say(
        { nodes: { start: START } },
        {
          faqSets: {
            s: {
              name: "帮助",
              entries: [
                entry("a", ["怎么退货", "如何退货？"], "在订单里申请。"),
                entry("b", ["运费多少"], " "),
                entry("c", ["如何 退货"], "七天内可以。"),
                entry("d", [], "没有问题的答案"),
              ],
            },
          },
        },
      ),
    ).toEqual([
      "empty_faq_answer faqSets.s.entries.b.answer",
      "empty_faq_question faqSets.s.entries.d.question",
      "duplicate_faq_question faqSets.s.entries.c.question",
    ]);
  });

  test("are held against the channels of the bot", () => {
    const faqSets = { s: { name: "帮助", entries: [entry("1", ["长吗"], "长".repeat(700))] } };
    expect(say({ nodes: { start: START } }, { faqSets })).toEqual([]);
    expect(say({ nodes: { start: START } }, { faqSets }, ["wechat-kf"])).toEqual([
      "faq_answer_too_long faqSets.s.entries.1.answer",
    ]);
  });

  test("that speak two languages name the first entry that lacks one", () => {
    const both = (id: string) => ({
      id,
      question: { "zh-CN": `问${id}`, en: `Q${id}` },
      similar: [],
      answer: { "zh-CN": "答", en: "A" },
    });
    const [problem] = check(
      { nodes: { start: START } },
      {
        faqSets: {
          s: {
            name: "帮助",
            entries: [both("1"), both("2"), both("3"), { ...both("4"), answer: { "zh-CN": "答" } }],
          },
        },
      },
    ).filter(({ code }) => code === "faq_missing_language");
    expect(problem).toMatchObject({
      path: "faqSets.s.entries.4.answer",
      facts: { count: 1 },
      text: { "zh-CN": "问答库「帮助」有 1 条缺少英文，例如「问4」。" },
    });
  });
});
