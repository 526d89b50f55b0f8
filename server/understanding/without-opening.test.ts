import { expect, test } from "vitest";
import { compileFaq } from "./compile-faq.ts";
import { createFaqMatcher } from "./match-faq.ts";
import { withoutGluedOpening, withoutOpening } from "./without-opening.ts";

test.each([
  ["请问送货要多久", "送货要多久"],
  ["不好意思，請問一下送货要多久", "送货要多久"],
  ["等下，送货要多久", "送货要多久"],
  ["话说，对了，送货要多久？", "送货要多久？"],
  ["by the way, how long is delivery", "how long is delivery"],
  ["Hi, sorry, can I ask how long is delivery", "how long is delivery"],
])("%j asks %j", (text, asked) => expect(withoutOpening(text)).toBe(asked));

test.each([
  "等下送到吗",
  "那个多少钱一件",
  "还有货吗",
  "您好",
  "请问一下",
  "hello",
  "also",
  "送货要多久",
  "Heythrop Park",
])("%j is as it is", (text) => expect(withoutOpening(text)).toBe(text));

test.each([
  ["等下送货要多久", "送货要多久"],
  ["那个我想问下送货要多久", "送货要多久"],
  ["你好我想咨询一下送货要多久", "送货要多久"],
  ["还有个问题，送货要多久", "送货要多久"],
  ["one more thing how long is delivery", "how long is delivery"],
  ["sorry to bother you btw how long is delivery", "how long is delivery"],
])("%j may ask %j", (text, asked) => expect(withoutGluedOpening(text)).toBe(asked));

test.each(["那边送货吗", "那个多少钱", "在吗", "你好"])("%j may not be shorter", (text) =>
  expect(withoutGluedOpening(text)).toBe(text),
);

const ENTRIES = [
  {
    id: "delivery",
    question: "送货要多久",
    similar: ["多久能送到", "送货几天"],
    negatives: ["送货员多久换班"],
  },
  { id: "refund", question: "退款要多久", similar: ["多久能退款", "退款几天到账"] },
  { id: "hours", question: "你们几点开门", similar: ["几点开始营业", "早上几点开"] },
];
const matcher = createFaqMatcher(compileFaq({ entries: ENTRIES, synonyms: [] }));

test("a question is as sure with an opening as without, and as surely refused", () => {
  for (const opening of ["请问", "不好意思，", "话说", "等下，"])
    expect(matcher.match(`${opening}送货要多久`)).toMatchObject({
      ...{ outcome: "sure", entryId: "delivery", score: 1 },
    });
  expect(matcher.match("请问送货员多久换班").candidates.map(({ entryId }) => entryId)).not.toContain(
    "delivery",
  );
});

test.each(["等下", "那个我想问下", "你好还有个事", "哈喽在吗"])(
  "%j is heard as an opening without a pause",
  (opening) =>
    expect(matcher.match(`${opening}送货要多久`)).toMatchObject({ outcome: "sure", entryId: "delivery" }),
);
