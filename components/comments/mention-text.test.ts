import { describe, expect, test } from "vitest";
import { cutMentions, findMentionQuery, insertMention, listMentioned, matchPeople } from "./mention-text.ts";

const people = [
  { userId: "1", name: "林晓" },
  { userId: "2", name: "林晓雨" },
  { userId: "3", name: "Anna Lee" },
];

describe("calling a colleague", () => {
  test.each([
    ["@", { from: 0, words: "" }],
    ["请@林", { from: 1, words: "林" }],
    ["@Anna L", { from: 0, words: "Anna L" }],
    ["a@example", null],
    ["@林晓\n好", null],
    ["没有", null],
  ])("%s", (text, query) => expect(findMentionQuery(text, text.length)).toEqual(query));

  test("only what stands before the caret counts", () => {
    expect(findMentionQuery("请@林 看", 3)).toEqual({ from: 1, words: "林" });
  });

  test("finds names by their beginning first, whatever the case", () => {
    expect(matchPeople(people, "lee").map(({ name }) => name)).toEqual(["Anna Lee"]);
    expect(matchPeople(people, "雨").map(({ name }) => name)).toEqual(["林晓雨"]);
    expect(matchPeople(people, "")).toHaveLength(3);
  });

  test("puts the whole name in place of its beginning", () => {
    expect(insertMention("请@林看看", { from: 1, caret: 3, name: "林晓" })).toEqual({
      text: "请@林晓 看看",
      caret: 5,
    });
  });
});

test("of two names that fit, the longer one is called, and each person once", () => {
  expect(listMentioned("@林晓雨 和 @Anna Lee，@林晓雨", people)).toEqual(["2", "3"]);
  expect(listMentioned("a@b @谁", people)).toEqual([]);
  expect(cutMentions("请@林晓看", people).map(({ text }) => text)).toEqual(["请", "@林晓", "看"]);
});
