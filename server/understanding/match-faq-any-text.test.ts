import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileFaq, ENTRIES_SEPARATED_MAX, type FaqModel } from "./compile-faq.ts";
import { MODEL, matcher } from "./fixtures/shop-faq.ts";
import { createFaqMatcher } from "./match-faq.ts";

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
