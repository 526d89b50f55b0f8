import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileIntents, type IntentExamples, type IntentModel } from "./compile-intents.ts";
import { createIntentMatcher } from "./match-intent.ts";

const INTENTS: readonly IntentExamples[] = [
  {
    id: "return",
    name: "退货",
    examples: [
      "我想退货",
      "怎么退货",
      "买错了想退掉",
      "东西不喜欢能退吗",
      "退货流程是什么",
      "帮我办理退货",
      "衣服不合适要退",
      "七天无理由怎么退",
      "I want to return this",
      "how do I return an item",
      "can I send it back",
      "return my order please",
    ],
    negatives: ["我不想退货了", "取消退货"],
  },
  {
    id: "track",
    name: "查物流",
    examples: [
      "我的快递到哪了",
      "查一下物流",
      "什么时候能送到",
      "包裹怎么还没到",
      "订单发货了吗",
      "快递三天没动了",
      "帮我看看到哪儿了",
      "几天能收到货",
      "where is my order",
      "track my package",
      "when will it arrive",
      "has my parcel shipped yet",
    ],
  },
  {
    id: "invoice",
    name: "开发票",
    examples: [
      "我要开发票",
      "发票怎么开",
      "能开增值税专用发票吗",
      "电子发票在哪下载",
      "发票抬头写错了",
      "补开一张发票",
      "公司报销需要发票",
      "发票什么时候寄",
      "I need an invoice",
      "where can I download the invoice",
      "send me a receipt for my company",
      "invoice with tax id",
    ],
  },
  {
    id: "agent",
    name: "转人工",
    examples: [
      "转人工",
      "我要找人工客服",
      "叫个真人来",
      "人工服务",
      "不想跟机器人说话",
      "有没有客服在",
      "帮我接人工",
      "找你们经理",
      "talk to a human",
      "I want a real person",
      "connect me to an agent",
      "speak with customer service",
    ],
  },
];

const MODEL = compileIntents({ intents: INTENTS, synonyms: [["快递", "包裹", "邮包", "parcel", "package"]] });
const matcher = createIntentMatcher(MODEL);
const intentOf = (text: string) => {
  const match = matcher.match(text);
  return match.outcome === "sure" ? match.intentId : match.outcome;
};

describe("a customer's own words", () => {
  it.each([
    ["怎么退货", "return"],
    ["我想退貨", "return"],
    ["這件我想退貨，怎麼弄？", "return"],
    ["如何退货呢", "return"],
    ["咋退货啊", "return"],
    ["Ｒｅｔｕｒｎ　ｍｙ　ｏｒｄｅｒ，ｐｌｅａｓｅ！", "return"],
    ["HOW DO I RETURN ITEMS???", "return"],
    ["退 货", "return"],
    ["快递到哪里了呀😭", "track"],
    ["邮包怎么还没到", "track"],
    ["where is my parcel", "track"],
    ["發票可以開嗎", "invoice"],
    ["麻烦给我开一张发票", "invoice"],
    ["can you send an invoice", "invoice"],
    ["人工", "agent"],
    ["给我转人工客服", "agent"],
    ["let me talk to a real human", "agent"],
  ])("%s is understood as %s", (text, intentId) => {
    expect(intentOf(text)).toBe(intentId);
  });

  it.each([
    "今天天气怎么样",
    "世界杯谁赢了",
    "写首诗",
    "红烧肉怎么做",
    "你觉得人生有意义吗",
    "推荐一部电影",
    "who won the world cup",
    "write me a poem",
    "what is the capital of france",
    "how tall is mount everest",
    "",
    "   ",
    "😀😀",
    "123456",
    "？？？",
    "asdkjh qwlekj zxmnc",
    "한국어로 말해 주세요",
    "Где находится библиотека",
    "返品したいのですがどうすればいいですか",
    "ฉันต้องการคืนสินค้า",
  ])("%j is none of the intents", (text) => {
    expect(matcher.match(text).outcome).toBe("none");
  });
});

describe("what an author said", () => {
  it("an author's own phrasing is sure, with the full score and itself as the reason", () => {
    const match = matcher.match("发票抬头，写错了！");
    expect(match).toMatchObject({ outcome: "sure", intentId: "invoice", score: 1 });
    expect(match.outcome === "sure" && match.reasons).toEqual({
      terms: ["发票抬头写错了"],
      example: "发票抬头写错了",
    });
  });

  it.each(["我不想退货了", "我不想退貨了。", "取消退货", "取消退货吧"])(
    "%s never gives the intent that it is a negative of",
    (text) => {
      const match = matcher.match(text);
      expect(match.candidates.map(({ intentId }) => intentId)).not.toContain("return");
    },
  );

  it("a phrasing of two intents asks which one is meant", () => {
    const twins = createIntentMatcher(
      compileIntents({
        intents: [
          { id: "a", name: "退货", examples: ["这个怎么处理", "想退掉"] },
          { id: "b", name: "换货", examples: ["这个怎么处理", "想换一个"] },
        ],
      }),
    );
    const match = twins.match("这个怎么处理？");
    expect(match.outcome).toBe("ambiguous");
    expect(match.candidates.map(({ intentId }) => intentId).sort()).toEqual(["a", "b"]);
  });

  it("an intent's own threshold decides when it is sure", () => {
    const careful = compileIntents({ intents: INTENTS.map((intent) => ({ ...intent, threshold: 1 })) });
    const match = createIntentMatcher(careful).match("麻烦给我开一张发票");
    expect(match.outcome).toBe("ambiguous");
    expect(createIntentMatcher(careful).match("我要开发票").outcome).toBe("sure");
  });

  it("a bot with one intent does not claim everything", () => {
    const single = createIntentMatcher(compileIntents({ intents: INTENTS.slice(0, 1) }));
    expect(single.match("我要退货")).toMatchObject({ outcome: "sure", intentId: "return" });
    for (const text of ["今天天气怎么样", "where is the moon", "我要吃饭"])
      expect(single.match(text).outcome).toBe("none");
  });

  it("a bot without intents, or with intents without examples, answers none", () => {
    expect(createIntentMatcher(compileIntents({ intents: [] })).match("退货").outcome).toBe("none");
    const empty = compileIntents({ intents: [{ id: "x", name: "", examples: ["", "😀"] }] });
    expect(createIntentMatcher(empty).match("退货").outcome).toBe("none");
  });

  it("a bot about the weather keeps its weather questions", () => {
    const weather = createIntentMatcher(
      compileIntents({
        intents: [
          {
            id: "weather",
            name: "天气",
            examples: ["今天天气怎么样", "明天会下雨吗", "外面冷吗", "周末天气好不好"],
          },
        ],
      }),
    );
    expect(weather.match("明天天气怎么样")).toMatchObject({ outcome: "sure", intentId: "weather" });
  });
});

describe("on any text", () => {
  const anyText = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(
          "退",
          "货",
          "退货",
          "发票",
          " ",
          "refund",
          "order",
          "😀",
          "1",
          "，",
          "\ud800",
          "人工",
        ),
        { maxLength: 12 },
      )
      .map((parts) => parts.join("")),
  );

  it("never throws, is deterministic, and scores lie between 0 and 1, best first, and sum to at most 1", () => {
    const again = createIntentMatcher(MODEL);
    fc.assert(
      fc.property(anyText, (text) => {
        const match = matcher.match(text);
        expect(again.match(text)).toEqual(match);
        const scores = match.candidates.map(({ score }) => score);
        expect(scores.length).toBeLessThanOrEqual(3);
        for (const score of scores) expect(score >= 0 && score <= 1).toBe(true);
        expect(scores.reduce((sum, score) => sum + score, 0)).toBeLessThanOrEqual(1.002);
        expect([...scores].sort((a, b) => b - a)).toEqual(scores);
        if (match.outcome === "ambiguous") expect(scores.length).toBeGreaterThan(0);
      }),
      { numRuns: 400 },
    );
  });

  it("a stored model answers as the fresh one does", () => {
    const json = JSON.stringify(MODEL);
    // A model is plain data: what comes back from the database is what was stored.
    const stored = createIntentMatcher(JSON.parse(json) as IntentModel);
    expect(JSON.stringify(JSON.parse(json))).toBe(json);
    fc.assert(
      fc.property(anyText, (text) => {
        expect(stored.match(text)).toEqual(matcher.match(text));
      }),
    );
  });

  it("compiling twice gives the same bytes", () => {
    expect(JSON.stringify(compileIntents({ intents: INTENTS }))).toBe(
      JSON.stringify(compileIntents({ intents: INTENTS })),
    );
  });

  it("a model of an older format still answers, learnt anew from its sources", () => {
    const old: IntentModel = {
      ...MODEL,
      core: { ...MODEL.core, format: 0, pulls: null, confidence: [] },
    };
    expect(createIntentMatcher(old).match("我想退貨")).toEqual(matcher.match("我想退貨"));
  });

  it("a book pasted into the chat costs milliseconds", () => {
    const before = process.cpuUsage();
    matcher.match("退货".repeat(500_000));
    const spent = process.cpuUsage(before);
    expect((spent.user + spent.system) / 1_000).toBeLessThan(100);
  });
});
