import { expect, test } from "vitest";
import {
  type EntryContent,
  findAnswerTwice,
  listChanges,
  takeSaved,
  toContent,
  toDraft,
  toEmptyContent,
  toLines,
} from "./entry-draft.ts";

const content: EntryContent = {
  ...toEmptyContent("zh-CN", null),
  question: { "zh-CN": "怎么退货" },
  similar: ["如何退货", "退货流程"],
  answers: [{ locale: "zh-CN", channel: null, text: "七天内可退。" }],
  tags: ["常见"],
};

test("a content that nobody touched has no changes", () => {
  expect(listChanges(content, toContent(toDraft(content)))).toEqual({});
});

test("only the fields that were changed are sent, and blanks are no content", () => {
  const draft = toDraft(content);
  const typed = {
    ...draft,
    question: { ...draft.question, en: "  " },
    similar: `${draft.similar}\n\n 我要退货 \n如何退货`,
    answers: [...draft.answers, { locale: "en" as const, channel: null, text: " " }],
  };
  expect(listChanges(content, toContent(typed))).toEqual({ similar: ["如何退货", "退货流程", "我要退货"] });
});

test("a pasted column of a table is one phrasing a line", () => {
  expect(toLines('"怎么退"\r\n怎么换\r\n\r\n怎么退')).toEqual(["怎么退", "怎么换"]);
});

test("what is typed while saving stays, and what others saved comes in", () => {
  const sent = toDraft(content);
  const typed = { ...sent, tags: "常见, 退货" };
  const saved = { ...content, similar: ["如何退货", "同事加的"] };
  expect(takeSaved(typed, sent, saved)).toMatchObject({ tags: "常见, 退货", similar: "如何退货\n同事加的" });
});

test("a second answer for the same language and channel is found", () => {
  const answer = { locale: "zh-CN", channel: "web", text: "一" } as const;
  expect(findAnswerTwice([answer, { ...answer, channel: null }])).toBeNull();
  expect(findAnswerTwice([answer, { ...answer, text: "二" }])?.text).toBe("二");
});

test("an entry without an answer shows a blank one in its own language, which is no change until it is written", () => {
  const content = { ...toEmptyContent("zh-CN", null), question: { en: "Do you ship abroad?" }, answers: [] };
  expect(toDraft(content).answers).toEqual([{ locale: "en", channel: null, text: "" }]);
  expect(toContent(toDraft(content))).toEqual(content);
});
