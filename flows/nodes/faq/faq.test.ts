import { describe, expect, test } from "vitest";
import { converse } from "../../kernel/converse.ts";
import { drawBundle } from "../../kernel/draw-flow.ts";
import { bundleSchema } from "../../kernel/flow.ts";
import type { JsonObject } from "../../kernel/json.ts";
import type { InlineCalls } from "../../kernel/protocol.ts";
import { nodeRegistry as registry } from "../registry.ts";
import { faqNode } from "./definition.ts";

type Answer = InlineCalls["match-faq"]["output"];

const RETURN = {
  faqSet: "shop",
  entryId: "q1",
  question: "怎么退货",
  answer: "七天内可退。{{ name }}",
  score: 0.9,
};
const REFUND = {
  faqSet: "shop",
  entryId: "q2",
  question: "退款多久到账",
  answer: "三个工作日。",
  score: 0.5,
};

function say(text: string) {
  return { kind: "message", config: { blocks: [{ type: "text", text }] } };
}

function talk(answer: Answer | Error, config: JsonObject = {}) {
  const chat = converse(
    drawBundle({
      nodes: {
        start: { kind: "start" },
        faq: {
          kind: "faq",
          config: {
            faqSets: ["shop"],
            candidatesVariable: "candidates",
            answerVariable: "answer",
            ...config,
          },
        },
        near: say("相近"),
        miss: say("没找到"),
      },
      wires: ["start.next -> faq", "faq.suggest -> near", "faq.miss -> miss"],
      variables: [
        { name: "candidates", type: "list" },
        { name: "answer", type: "text" },
        { name: "name", type: "text", default: "小林" },
      ],
    }),
    { registry, calls: { "match-faq": () => answer } },
  );
  chat.start();
  return chat;
}

test("says the reviewed answer word for word and marks where it comes from", () => {
  const chat = talk({ outcome: "sure", candidates: [RETURN, REFUND], reasons: ["exact"] });
  expect(chat.send("怎么退货")).toEqual([RETURN.answer]);
  expect(chat.effects.find((effect) => effect.type === "say")).toMatchObject({ origin: "faq" });
  expect(chat.vars.answer).toBe(RETURN.answer);
});

test("shows what is attached to an answer under it, and keeps none of it in the session", () => {
  const image = { type: "image", url: "https://shop.example/size.png", alt: "尺码表" } as const;
  const base = { id: "b1", name: "售后", release: 3 };
  const chat = talk({
    outcome: "sure",
    candidates: [{ ...RETURN, base, attachments: [image] }],
    reasons: [],
  });
  chat.send("怎么退货");
  const said = chat.effects.find((effect) => effect.type === "say" && effect.origin === "faq");
  expect(said).toMatchObject({ parts: [{ type: "text", text: RETURN.answer }, image] });
  const near = talk({ outcome: "suggest", candidates: [{ ...REFUND, attachments: [image] }], reasons: [] });
  near.send("退");
  expect(near.vars.candidates).toEqual([{ type: "faq", ...REFUND }]);
});

test("asks the bases that it names beside its sets, and without any set too", () => {
  const baseId = "0198f2a1-7b7e-7c3e-8d7a-3f1f6d1c2b3a";
  const answer: Answer = { outcome: "sure", candidates: [RETURN], reasons: [] };
  const chat = talk(answer, { faqSets: [], bases: [baseId] });
  expect(chat.send("怎么退货")).toEqual([RETURN.answer]);
});

test("only stores the answer when it is not to be said", () => {
  const chat = talk({ outcome: "sure", candidates: [RETURN], reasons: [] }, { reply: false });
  chat.send("怎么退货");
  expect(chat.effects.some((effect) => effect.type === "say" && effect.origin === "faq")).toBe(false);
  expect(chat.vars.answer).toBe(RETURN.answer);
});

test("keeps similar questions for a clarify node, as many as wanted", () => {
  const chat = talk({ outcome: "suggest", candidates: [REFUND, RETURN], reasons: [] }, { suggestionsMax: 1 });
  expect(chat.send("退")).toEqual(["相近"]);
  expect(chat.vars.candidates).toEqual([{ type: "faq", ...REFUND }]);
});

test("leaves through `miss` when nothing fits or the search fails", () => {
  expect(talk({ outcome: "none", candidates: [], reasons: [] }).send("天气")).toEqual(["没找到"]);
  expect(talk(new Error("timeout")).send("怎么退货")).toEqual(["没找到"]);
  expect(talk({ outcome: "sure", candidates: [], reasons: [] }).send("怎么退货")).toEqual(["没找到"]);
  expect(
    talk({ outcome: "sure", candidates: [RETURN], reasons: [] }, { faqSets: [] }).send("怎么退货"),
  ).toEqual(["没找到"]);
});

test("lets the author's bands go before the measured ones", () => {
  const sure: Answer = { outcome: "sure", candidates: [RETURN], reasons: [] };
  expect(talk(sure, { sureFrom: 0.95 }).send("退货")).toEqual(["相近"]);
  const near: Answer = { outcome: "suggest", candidates: [REFUND], reasons: [] };
  expect(talk(near, { sureFrom: 0.4 }).send("退款")).toEqual([REFUND.answer]);
  expect(talk(near, { suggestFrom: 0.6 }).send("退款")).toEqual(["没找到"]);
});

describe("bands of the author, where the customer used an author's own words", () => {
  const half = (base: typeof RETURN) => ({ ...base, score: 0.5 });
  const tie: Answer = {
    ...{ outcome: "suggest", basis: "phrasing", reasons: [] },
    candidates: [half(RETURN), half(REFUND)],
  };

  test("never turn an exact hit away", () => {
    const exact: Answer = {
      outcome: "sure",
      basis: "phrasing",
      candidates: [{ ...RETURN, score: 1 }],
      reasons: [],
    };
    expect(talk(exact, { sureFrom: 1, suggestFrom: 1 }).send("怎么退货")).toEqual([RETURN.answer]);
  });

  test("leave the choice to the customer where several entries have these words, however the bands are set", () => {
    for (const bands of [{ sureFrom: 0.3 }, { suggestFrom: 0.6 }, { sureFrom: 0.9, suggestFrom: 0.8 }]) {
      const chat = talk(tie, bands);
      expect(chat.send("怎么退货")).toEqual(["相近"]);
      expect(chat.vars.candidates).toHaveLength(2);
    }
    const keyword: Answer = { ...tie, basis: "keyword", candidates: [{ ...RETURN, score: 0.3 }] };
    expect(talk(keyword, { suggestFrom: 0.6 }).send("退货")).toEqual(["相近"]);
  });

  test("still make a bare keyword doubtful where more sureness is asked than it gives", () => {
    const keyword: Answer = {
      outcome: "sure",
      basis: "keyword",
      candidates: [{ ...RETURN, score: 0.8 }],
      reasons: [],
    };
    expect(talk(keyword).send("退货")).toEqual([RETURN.answer]);
    expect(talk(keyword, { sureFrom: 0.9 }).send("退货")).toEqual(["相近"]);
  });
});

test("does not keep answers that would swell the session", () => {
  const long = { ...REFUND, answer: "长".repeat(19_000) };
  const chat = talk({ outcome: "suggest", candidates: [long, { ...long, entryId: "q3" }], reasons: [] });
  chat.send("退");
  expect(chat.vars.candidates).toHaveLength(1);
});

test("a node without any source names both kinds, and one of either is enough", () => {
  const { config, check } = faqNode;
  const bundle = bundleSchema.parse(drawBundle({ nodes: { start: { kind: "start" } } }));
  const name = (input: JsonObject) => check?.(config.parse(input), bundle).map(({ text }) => text.en);
  expect(name({ faqSets: [] })).toEqual([
    "There is nothing to answer from yet: pick a Q&A set or a knowledge base.",
  ]);
  expect(name({ faqSets: ["shop"] })).toEqual([]);
  expect(name({ faqSets: [], bases: ["0197f000-0000-7000-8000-000000000001"] })).toEqual([]);
});
