import { describe, expect, it } from "vitest";
import { compileFaq } from "./compile-faq.ts";
import { answerTo, matcher } from "./fixtures/shop-faq.ts";
import { createFaqMatcher } from "./match-faq.ts";

describe("a customer's question", () => {
  it.each([
    ["怎么退货", "return-how"],
    ["我想退貨！", "return-how"],
    ["ＨＯＷ　ＤＯ　Ｉ　ＲＥＴＵＲＮ　ＡＮ　ＩＴＥＭ", "return-how"],
    ["退款要几天才到账啊", "refund-time"],
    ["退的錢怎麼還沒到", "refund-time"],
    ["怎样才能开发票呢", "invoice"],
    ["代金券用不了", "coupon"],
    ["discount code rejected", "coupon"],
    ["how long will delivery take", "shipping-time"],
  ])("%s is answered by %s", (text, entryId) => {
    expect(answerTo(text)).toBe(entryId);
  });

  it.each([
    "今天天气怎么样",
    "谁赢了世界杯",
    "写首诗",
    "who won the world cup",
    "what is the capital of peru",
    "hi",
    "",
    "😊",
    "13800138000",
    "????",
    "fjdksl aowie",
    "Wo ist der Bahnhof bitte",
    "배송은 얼마나 걸려요",
  ])("%j gets no answer and no suggestion", (text) => {
    expect(matcher.match(text).outcome).toBe("none");
  });

  it("that shares its shape with an entry's phrasings, but not its subject, is not answered", () => {
    expect(matcher.match("帮我订张机票").outcome).not.toBe("sure");
  });
});

describe("a bare keyword", () => {
  it.each([
    ["退货", ["return-how", "return-fee"]],
    ["退貨？", ["return-how", "return-fee"]],
    ["运费", ["return-fee"]],
  ])("%s offers what the phrasings with it are about", (text, entryIds) => {
    const match = matcher.match(text);
    expect(match.outcome).not.toBe("none");
    expect(match.candidates.map(({ entryId }) => entryId)).toEqual(entryIds);
  });

  it("of several entries is never answered at once, and each suggestion comes with its question", () => {
    const match = matcher.match("退货");
    expect(match.outcome).toBe("suggest");
    expect(match.candidates.map(({ question }) => question)).toContain("怎么申请退货？");
    expect(match.candidates.length).toBeLessThanOrEqual(3);
  });

  it.each(["怎么", "可以吗", "how do I", "什么时候"])(
    "%s alone, which says nothing, is not answered",
    (text) => {
      expect(matcher.match(text).outcome).not.toBe("sure");
    },
  );
});

describe("what an author said", () => {
  it("an author's own phrasing is answered with the full score, and says why", () => {
    const match = matcher.match("報銷要用發票。");
    expect(match).toMatchObject({ outcome: "sure", entryId: "invoice", score: 1 });
    expect(match.outcome === "sure" && match.reasons).toEqual({
      terms: ["报销要用发票"],
      example: "报销要用发票",
    });
  });

  it("an answer names the nearest phrasing and the words that it shares with the question", () => {
    const match = matcher.match("退款要几天才到账啊");
    expect(match.outcome === "sure" && match.reasons).toMatchObject({ example: "退款多久到账？" });
    expect(match.outcome === "sure" && match.reasons.terms).toContain("退款");
  });

  it.each(["退货险怎么买", "退貨險怎麼買？", "退货险怎么买呢", "How do I return to the home page?"])(
    "%s is never answered by the entry that it is a negative of",
    (text) => {
      expect(matcher.match(text).candidates.map(({ entryId }) => entryId)).not.toContain("return-how");
    },
  );

  it("the same phrasing in two entries is asked back", () => {
    const twins = createFaqMatcher(
      compileFaq({
        entries: [
          { id: "a", question: "怎么退款", similar: ["钱怎么退"] },
          { id: "b", question: "怎么退货", similar: ["钱怎么退"] },
        ],
      }),
    );
    const match = twins.match("錢怎麼退");
    expect(match.outcome).toBe("suggest");
    expect(match.candidates.map(({ entryId }) => entryId).sort()).toEqual(["a", "b"]);
  });

  it("a base without entries answers none", () => {
    expect(createFaqMatcher(compileFaq({ entries: [] })).match("退货").outcome).toBe("none");
  });
});
