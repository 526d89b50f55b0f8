import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileFaq, ENTRIES_SEPARATED_MAX, type FaqEntry, type FaqModel } from "./compile-faq.ts";
import { createFaqMatcher } from "./match-faq.ts";

const ENTRIES: readonly FaqEntry[] = [
  {
    id: "return-how",
    question: "怎么申请退货？",
    similar: [
      "我想退货",
      "退货怎么弄",
      "不喜欢了怎么退",
      "退货流程是什么",
      "在哪里点退货",
      "How do I return an item?",
      "I want to send it back",
    ],
    negatives: ["退货险怎么买", "how do I return to the home page"],
  },
  {
    id: "return-fee",
    question: "退货运费谁出？",
    similar: [
      "退货的邮费要我付吗",
      "寄回去的运费算谁的",
      "退货要自己出快递费吗",
      "Who pays for return shipping?",
      "Is returning free",
    ],
  },
  {
    id: "refund-time",
    question: "退款多久到账？",
    similar: [
      "钱什么时候退给我",
      "退款几天能到",
      "退的钱怎么还没到",
      "退款到哪里了",
      "How long does a refund take?",
      "When do I get my money back",
    ],
  },
  {
    id: "invoice",
    question: "怎么开发票？",
    similar: [
      "我要发票",
      "发票在哪里开",
      "能开电子发票吗",
      "报销要用发票",
      "How do I get an invoice?",
      "I need a receipt for my company",
    ],
  },
  {
    id: "shipping-time",
    question: "发货后几天能收到？",
    similar: [
      "快递要多久",
      "什么时候能送到",
      "几天到货",
      "寄到上海要几天",
      "How long does delivery take?",
      "when will my parcel arrive",
    ],
  },
  {
    id: "coupon",
    question: "优惠券为什么用不了？",
    similar: [
      "券用不了",
      "优惠券不能用怎么办",
      "结账时选不了优惠券",
      "My coupon does not work",
      "Why is my discount code rejected?",
    ],
  },
];

const MODEL = compileFaq({
  entries: ENTRIES,
  synonyms: [
    ["快递", "包裹", "parcel", "package"],
    ["优惠券", "代金券", "红包"],
  ],
});
const matcher = createFaqMatcher(MODEL);
const answerTo = (text: string) => {
  const match = matcher.match(text);
  return match.outcome === "sure" ? match.entryId : match.outcome;
};

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
          "return",
          "😀",
          "1",
          "，",
          "\ud800",
          "怎么",
        ),
        { maxLength: 12 },
      )
      .map((parts) => parts.join("")),
  );

  it("never throws, and a stored model gives the same result with scores between 0 and 1", () => {
    // A model is plain data: what comes back from the database is what was stored.
    const stored = createFaqMatcher(JSON.parse(JSON.stringify(MODEL)) as FaqModel);
    fc.assert(
      fc.property(anyText, (text) => {
        const match = matcher.match(text);
        expect(stored.match(text)).toEqual(match);
        expect(match.candidates.length).toBeLessThanOrEqual(3);
        for (const { score } of match.candidates) expect(score >= 0 && score <= 1).toBe(true);
        if (match.outcome === "suggest") expect(match.candidates.length).toBeGreaterThan(0);
      }),
      { numRuns: 400 },
    );
  });
});

describe("a large base", () => {
  it("of more entries than are trained still finds its questions, for less than 5 ms of computing each", () => {
    const things = [
      "衬衫",
      "毛衣",
      "台灯",
      "沙发",
      "床单",
      "书架",
      "地毯",
      "水杯",
      "雨伞",
      "背包",
      "手表",
      "拖鞋",
      "围巾",
      "帽子",
      "枕头",
      "窗帘",
      "餐桌",
      "花瓶",
      "镜子",
      "闹钟",
      "耳机",
    ];
    const asks = [
      "多少钱",
      "怎么洗",
      "有几种颜色",
      "能定制吗",
      "保修多久",
      "什么材质",
      "哪里生产",
      "多重",
      "怎么安装",
      "能退吗",
      "有现货吗",
      "尺寸多大",
      "适合送人吗",
      "有说明书吗",
      "会褪色吗",
      "可以租吗",
      "能开票吗",
      "有赠品吗",
      "怎么保养",
      "能用多久",
    ];
    const entries = things.flatMap((thing) =>
      asks.map((ask) => ({
        id: `${thing}-${ask}`,
        question: `${thing}${ask}`,
        similar: [
          `请问${thing}${ask}呢`,
          `${thing}的话${ask}`,
          `你们家${thing}${ask}`,
          `想问下${thing}${ask}`,
        ],
      })),
    );
    expect(entries.length).toBeGreaterThan(ENTRIES_SEPARATED_MAX);
    const large = createFaqMatcher(compileFaq({ entries }));
    expect(large.match("沙发，保修多久？")).toMatchObject({ outcome: "sure", entryId: "沙发-保修多久" });
    expect(large.match("我想问你们的沙发保修多久啊").candidates[0]?.entryId).toBe("沙发-保修多久");
    expect(large.match("今天股市涨了吗").outcome).toBe("none");
    const before = process.cpuUsage();
    for (const { question } of entries) large.match(`${question}啊`);
    const spent = process.cpuUsage(before);
    expect((spent.user + spent.system) / 1_000 / entries.length).toBeLessThan(5);
  });

  it("tells entries of one catalogue apart that differ in the number of a model only; an unknown number is none of them", () => {
    const models = Array.from({ length: 60 }, (_, at) => `AX-${at + 100}`);
    const entries = models.map((model) => ({
      id: model,
      question: `型号 ${model} 怎么清洗？`,
      similar: [`${model}清洗方法`, `${model}多久洗一次`, `how do I clean the ${model}`],
    }));
    const catalogue = createFaqMatcher(compileFaq({ entries }));
    for (const model of models) {
      const asked = [
        `请问${model.toLowerCase()}怎么清洗呀`,
        `我的 ${model.replace("-", "")} 要怎么清洗`,
        `how should i clean my ${model}`,
      ];
      for (const text of asked)
        expect(catalogue.match(text), text).toMatchObject({ outcome: "sure", entryId: model });
    }
    expect(catalogue.match("AX-999怎么清洗").outcome).toBe("none");
  });

  it("is not put off by an order number, however short", () => {
    const plain = matcher.match("退款多久能到我账上").candidates[0];
    const numbered = ["退款 10023 多久能到我账上", "退款 20241108993 多久能到我账上"].map(
      (text) => matcher.match(text).candidates[0],
    );
    expect(plain?.entryId).toBe("refund-time");
    for (const one of numbered) expect(one?.entryId).toBe("refund-time");
    // The number is a word more, but which number it is says nothing.
    expect(numbered[0]?.score).toBe(numbered[1]?.score);
  });
});
