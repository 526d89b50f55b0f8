import { describe, expect, test } from "vitest";
import { compileFaq } from "./compile-faq.ts";
import { compileIntents } from "./compile-intents.ts";
import { createWording } from "./create-wording.ts";
import type { ClassMatch } from "./match-classes.ts";
import { createFaqMatcher } from "./match-faq.ts";
import { createIntentMatcher } from "./match-intent.ts";
import { matchWithWords } from "./match-with-words.ts";

const ENTRIES = [
  {
    id: "lost",
    question: "快递丢了怎么办",
    similar: ["快递不见了", "快递一直没收到"],
    negatives: ["快递丢了"],
  },
  { id: "fee", question: "运费多少钱", similar: ["邮费怎么算", "要付运费吗"] },
  { id: "card", question: "会员卡怎么办理", similar: ["怎么办会员卡", "我想要一张会员卡"] },
  { id: "gift", question: "礼品卡怎么办理", similar: ["怎么买礼品卡", "礼品卡哪里有"] },
  { id: "open", question: "BX-108几点开门", similar: ["BX-108什么时候开门"] },
  { id: "track", question: "Where is my parcel", similar: ["track my parcels", "has my parcel been sent"] },
];
const REASONS = { terms: [], example: "" };
const MODEL = compileFaq({ entries: ENTRIES, synonyms: [["运费", "包裹费"]] });
const matcher = createFaqMatcher(MODEL);
const ask = (text: string, ...words: readonly (readonly string[])[]) => matcher.match(text, undefined, words);

describe("a word that no phrasing has", () => {
  const words = ["快递", "大件包", "尊享件"];

  test("is read as the one of its group that phrasings have", () => {
    const without = ask("大件包丢了怎么办");
    const match = ask("大件包丢了怎么办", words);
    expect(match).toMatchObject({ outcome: "sure", entryId: "lost", score: 1 });
    expect(match.candidates[0]?.score).toBeGreaterThan(without.candidates[0]?.score ?? 0);
    expect(match.outcome === "sure" && match.reasons.terms[0]).toBe("大件包 = 快递");
    expect(ask("我的大件包好像弄不见了", words)).toMatchObject({ outcome: "sure", entryId: "lost" });
  });

  test("counts in whatever place of its group it stands, in whatever script, and in the plural", () => {
    for (const group of [words, [...words].reverse()])
      expect(ask("尊享件丟了怎麼辦", group)).toMatchObject({ outcome: "sure", entryId: "lost" });
    const group = ["shipment", "parcel"];
    expect(ask("where are my shipments", group)).toMatchObject({ outcome: "sure", entryId: "track" });
    expect(ask("transshipment", group)).toEqual(ask("transshipment"));
  });

  test("is a number only where it is this very number", () => {
    const group = ["AX-2000", "会员卡"];
    expect(ask("AX-2000怎么办理", group)).toMatchObject({ outcome: "sure", entryId: "card" });
    expect(ask("AX-3000怎么办理", group)).toEqual(ask("AX-3000怎么办理"));
    // Rows have another number after the same letters.
    const match = ask("BX-2000几点开门", ["BX-2000", "BX-108"]);
    expect(match).toMatchObject({ outcome: "sure", entryId: "open", score: 1 });
  });

  test("may mean several words: the surest of them answers", () => {
    const group = ["尊享卡", "礼品卡", "会员卡"];
    expect(ask("我也想要一张尊享卡呢", group).candidates[0]?.entryId).toBe("card");
    expect(ask("尊享卡哪里有", group)).toMatchObject({ outcome: "sure", entryId: "gift" });
  });

  test("keeps what an author refused refused", () => {
    const listFound = (...more: readonly (readonly string[])[]) =>
      ask("大件包丢了", ...more).candidates.map(({ entryId }) => entryId);
    expect(listFound()).toContain("lost");
    expect(listFound(words)).not.toContain("lost");
  });
});

describe("several words for one that no phrasing has", () => {
  const OTHERS = ENTRIES.filter(({ id }) => id !== "lost");
  const learn = (...entries: readonly (typeof ENTRIES)[number][]) =>
    createFaqMatcher(compileFaq({ entries: [...entries, ...OTHERS] }));
  const LOST = { id: "lost", question: "快递怎么查", similar: ["快递到哪了"], negatives: ["快递丢了"] };
  const SHIP = { id: "ship", question: "包裹丢了", similar: ["包裹不见了怎么办"] };

  test("lead to the same answer in whatever order, though an author refused one of them", () => {
    const set = learn(LOST, SHIP);
    for (const group of [
      ["大件包", "快递", "包裹"],
      ["大件包", "包裹", "快递"],
    ])
      expect(set.match("大件包丢了", undefined, [group])).toMatchObject({ outcome: "sure", entryId: "ship" });
  });

  test("leave the choice to the customer where they are phrasings of two entries", () => {
    const set = learn({ id: "lost", question: "快递丢了", similar: ["快递不见了"] }, SHIP);
    for (const group of [
      ["大件包", "快递", "包裹"],
      ["大件包", "包裹", "快递"],
    ]) {
      const match = set.match("大件包丢了", undefined, [group]);
      expect(match.outcome).toBe("suggest");
      expect(match.candidates.map(({ entryId }) => entryId).sort()).toEqual(["lost", "ship"]);
    }
  });

  test("keep a class out by its own refusal, whichever of the ways it would have won by", () => {
    const set = learn({ ...LOST, similar: ["包裹丢了怎么办", "大件丢了"] });
    for (const group of [
      ["大件包", "快递", "包裹"],
      ["大件包", "包裹", "快递"],
    ]) {
      const found = set.match("大件包丢了", undefined, [group]).candidates.map(({ entryId }) => entryId);
      expect(found).not.toContain("lost");
    }
  });
});

test("a refusal closes the class that refused, and no other however far down it stands", () => {
  const goods = ["电视", "冰箱", "空调", "洗衣机"].map((thing) => ({
    ...{ id: thing, question: `${thing}快递丢了能赔吗`, similar: [`${thing}的快递丢了`] },
  }));
  const refusing = { id: "lost", question: "快递不见了", similar: ["快递没收到"], negatives: ["快递丢了"] };
  const things = { id: "things", question: "丢了大件怎么办", similar: ["大件丢了去哪登记", "大件丢了"] };
  const set = createFaqMatcher(compileFaq({ entries: [refusing, ...goods, things] }));
  const found = set.match("大件包丢了", undefined, [["大件包", "快递"]]);
  const ids = found.candidates.map(({ entryId }) => entryId);
  expect(ids).not.toContain("lost");
  expect(ids).toContain("things");
});

test("a phrasing that two entries share makes nothing unsure that was sure", () => {
  const set = createFaqMatcher(
    compileFaq({
      entries: [
        { id: "parcel", question: "快递丢了", similar: ["快递不见了"] },
        { id: "claim", question: "快递丢了", similar: ["快递怎么理赔"] },
        { id: "things", question: "东西丢了", similar: ["大件的东西丢了", "行李丢了", "大件行李丢了"] },
        ...ENTRIES.filter(({ id }) => id !== "lost"),
      ],
    }),
  );
  const without = set.match("大件包丢了");
  expect(without).toMatchObject({ outcome: "sure", entryId: "things" });
  expect(set.match("大件包丢了", undefined, [["大件包", "快递"]])).toEqual(without);
});

test("a bare word of several classes beats no likeness to act on", () => {
  const toKey = (text: string) => text;
  const matches: Record<string, ClassMatch> = {
    "new one": { basis: "likeness", candidates: [{ id: "a", score: 0.6 }], explain: () => REASONS },
    "old one": { basis: "keyword", candidates: [{ id: "b", score: 0.9 }], explain: () => REASONS },
  };
  const match = matchWithWords({
    wording: { ...createWording([]), toKey },
    table: {
      ...{ keys: ["old"], lines: ["old"], owners: Int32Array.of(0) },
      ...{ roles: new Uint8Array(1), places: new Int32Array(1) },
    },
    ...{ ids: ["b"], isRow: () => false },
    matchKey: (key) => matches[key] ?? { basis: "likeness", candidates: [], explain: () => REASONS },
  });
  expect(match("new one", undefined, [["new", "old"]]).candidates).toEqual([{ id: "a", score: 0.6 }]);
});

test("what authors wrote is matched as they wrote it, whatever words say", () => {
  const words = [
    ["礼品卡", "会员卡"],
    ["运费", "邮费", "快递"],
    ["parcel", "card"],
    ["怎么", "谁"],
  ];
  for (const { question, similar } of ENTRIES)
    for (const text of [question, ...similar, `请问${question}`])
      expect(ask(text, ...words)).toEqual(ask(text));
});

test("a set's own synonyms win over words of the workspace", () => {
  const text = "包裹费多少钱";
  expect(ask(text)).toMatchObject({ outcome: "sure", entryId: "fee" });
  expect(ask(text, ["包裹", "快递"], ["包裹费", "会员卡"])).toEqual(ask(text));
});

test("a term hides the words inside it", () => {
  const group = ["大件", "快递"];
  const text = "大件回收丢了怎么办";
  expect(ask(text, group).candidates[0]?.score).toBeGreaterThan(ask(text).candidates[0]?.score ?? 0);
  expect(ask(text, group, ["大件回收"])).toEqual(ask(text, ["大件回收"]));
});

test("a term that no phrasing has counts as if it had been learned; one that a phrasing has needs learning", () => {
  const terms = [["快递柜"], ["Parcel Box"]];
  const learned = createFaqMatcher(
    compileFaq({ entries: ENTRIES, synonyms: [["运费", "包裹费"], ...terms] }),
  );
  for (const text of ["快递柜丢了怎么办", "where is my parcel box", "礼品卡怎么办理呢"]) {
    expect(ask(text, ...terms)).toEqual(learned.match(text));
  }
  expect(ask("快递柜丢了", ...terms).candidates[0]?.score).toBeLessThan(
    ask("快递柜丢了").candidates[0]?.score ?? 0,
  );
  expect(ask("礼品卡呢", ["礼品卡"])).toEqual(ask("礼品卡呢"));
});

test("words that nobody has, and groups that say nothing, change nothing", () => {
  const words = [["甲", "乙"], ["！", "快递"], ["快递"], [], ["快递", "快递"]];
  for (const text of ["快递丢了怎么办", "甲丢了怎么办", "乙", "", "今天天气怎么样"])
    expect(ask(text, ...words)).toEqual(ask(text));
});

test("intents are matched so too, and everyday chat stays from elsewhere", () => {
  const intents = createIntentMatcher(
    compileIntents({
      intents: [
        { id: "return", name: "退货", examples: ["我要退货", "怎么退货", "不想要了想退货", "退货流程"] },
        { id: "order", name: "订单", examples: ["我的订单到哪了", "查一下订单", "订单什么时候发货"] },
      ],
    }),
  );
  const words = [
    ["退货", "拒收"],
    ["天气", "订单"],
  ];
  expect(intents.match("我要拒收").outcome).not.toBe("sure");
  expect(intents.match("我要拒收", words)).toMatchObject({ outcome: "sure", intentId: "return" });
  expect(intents.match("今天天气怎么样", words).outcome).toBe("none");
});
