import { expect, test } from "vitest";
import { compileFaq } from "./compile-faq.ts";
import { createFaqMatcher } from "./match-faq.ts";
import { withoutOpening } from "./without-opening.ts";

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
