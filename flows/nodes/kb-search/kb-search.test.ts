import { expect, test } from "vitest";
import { converse } from "../../kernel/converse.ts";
import { drawBundle } from "../../kernel/draw-flow.ts";
import type { JsonObject } from "../../kernel/json.ts";
import type { InlineCalls } from "../../kernel/protocol.ts";
import { nodeRegistry as registry } from "../registry.ts";

type Call = InlineCalls["search-passages"];
type Passage = Call["output"]["passages"][number];

const BASE = "0198f2a1-7b7e-7c3e-8d7a-3f1f6d1c2b3a";

const RETURN: Passage = {
  baseId: BASE,
  documentId: "d1",
  passageId: "p1",
  title: "售后手册",
  titlePath: ["退货"],
  text: "签收后七天内可退。{{ name }} 请保留包装。",
  answer: "签收后七天内可退。{{ name }}",
  place: { pages: [3, 3], chars: [0, 20] },
  score: 12.3,
  coverage: 0.8,
  matchesCode: false,
};

const say = (text: string) => ({ kind: "message", config: { blocks: [{ type: "text", text }] } });

function talk(answer: Call["output"] | Error, config: JsonObject = {}) {
  const asked: Call["input"][] = [];
  const chat = converse(
    drawBundle({
      nodes: {
        start: { kind: "start" },
        search: {
          kind: "kb-search",
          config: { bases: [BASE], answerVariable: "answer", passagesVariable: "passages", ...config },
          onError: { mode: "port" },
        },
        missed: say("没找到"),
        broken: say("出错了"),
      },
      wires: ["start.next -> search", "search.not-found -> missed", "search.error -> broken"],
      variables: [
        { name: "answer", type: "text" },
        { name: "passages", type: "list" },
        { name: "name", type: "text", default: "小林" },
      ],
    }),
    {
      registry,
      calls: {
        "search-passages": (input) => {
          asked.push(input);
          return answer;
        },
      },
    },
  );
  chat.start();
  return { chat, asked };
}

const found = (...passages: readonly Passage[]) => ({ isSmallTalk: false, passages });

test("says the sentences word for word, with the document and the place", () => {
  const { chat } = talk(found(RETURN));
  expect(chat.send("几天内可以退")).toEqual([RETURN.answer]);
  const said = chat.effects.find((effect) => effect.type === "say");
  expect(said).toMatchObject({ origin: "faq" });
  expect(said?.parts[1]).toEqual({
    type: "citations",
    items: [
      {
        ...{ title: "售后手册 › 退货（第 3 页）", url: null, quote: RETURN.answer },
        source: { baseId: BASE, documentId: "d1", passageId: "p1", place: RETURN.place },
      },
    ],
  });
  expect(chat.vars.answer).toBe(RETURN.answer);
});

test("asks for what the author set, and shows the trace every passage with its score", () => {
  const { chat, asked } = talk(found(RETURN, { ...RETURN, passageId: "p2", coverage: 0.1 }), {
    tags: ["退货"],
    passagesMax: 2,
    skipSmallTalk: false,
  });
  chat.send("几天内可以退");
  expect(asked).toEqual([
    {
      ...{ bases: [BASE], text: "几天内可以退", layers: ["documents"], tags: ["退货"], limit: 2 },
      skipSmallTalk: false,
    },
  ]);
  const steps = chat.effects.flatMap((effect) => (effect.type === "record-step" ? [effect.step.output] : []));
  expect(steps).toContainEqual(
    expect.objectContaining({
      outcome: "sure",
      candidates: [expect.objectContaining({ score: 0.8 }), expect.objectContaining({ score: 0.1 })],
    }),
  );
});

test("narrows the documents by language, class and source, and a search of all is asked for as it always was", () => {
  const ask = (config: JsonObject) => {
    const { chat, asked } = talk(found(RETURN), config);
    chat.send("几天内可以退");
    return asked[0];
  };
  expect(ask({ language: "customer", dataClasses: ["general"], sources: ["价格表"] })?.only).toEqual({
    ...{ language: "zh-CN", dataClasses: ["general"], sources: ["价格表"] },
  });
  expect(ask({ language: "en" })?.only).toEqual({ language: "en" });
  expect(ask({})).not.toHaveProperty("only");
});

test("says the good practice of a case and names the case", () => {
  const kept = { ...RETURN, documentId: "c1", passageId: "c1", caseId: "c1", titlePath: [] };
  const { chat, asked } = talk(found({ ...kept, title: "丢了包装还想退货", place: { chars: [0, 9] } }), {
    layers: ["documents", "cases"],
  });
  expect(chat.send("没有包装能退吗")).toEqual([RETURN.answer]);
  expect(asked).toMatchObject([{ layers: ["documents", "cases"] }]);
  const said = chat.effects.find((effect) => effect.type === "say");
  expect(said?.parts[1]).toMatchObject({
    items: [{ title: "丢了包装还想退货", source: { baseId: BASE, caseId: "c1" } }],
  });
});

test("only stores what was found when it is not to be said", () => {
  const { chat } = talk(found(RETURN), { reply: false });
  expect(chat.send("几天内可以退")).not.toContain(RETURN.answer);
  expect(chat.vars.passages).toMatchObject([
    { title: "售后手册 › 退货", text: RETURN.text, passageId: "p1" },
  ]);
});

test("a passage that means what is asked counts only where the flow says from when on", () => {
  const alike = { ...RETURN, coverage: 0, likeness: 0.8 };
  expect(talk(found(alike)).chat.send("不想要了")).toEqual(["没找到"]);
  expect(talk(found(alike), { likenessMin: 0.81 }).chat.send("不想要了")).toEqual(["没找到"]);
  expect(talk(found(alike), { likenessMin: 0.8 }).chat.send("不想要了")).not.toEqual(["没找到"]);
});

test("leaves through `not-found` when too little of the question stands in any passage", () => {
  expect(talk(found({ ...RETURN, coverage: 0.39 })).chat.send("几天")).toEqual(["没找到"]);
  expect(talk(found({ ...RETURN, coverage: 0.7 }), { coverageMin: 0.75 }).chat.send("几天")).toEqual([
    "没找到",
  ]);
  expect(talk(found({ ...RETURN, coverage: 0.2 }), { coverageMin: 0.1 }).chat.send("几天")).toEqual([
    RETURN.answer,
  ]);
  expect(talk({ isSmallTalk: true, passages: [] }).chat.send("你好")).toEqual(["没找到"]);
  expect(talk(found(RETURN), { bases: [] }).chat.send("几天")).toEqual(["没找到"]);
});

test("needs half as much of a question that names a part or an order of the passage", () => {
  expect(talk(found({ ...RETURN, coverage: 0.25, matchesCode: true })).chat.send("AX-300 多少钱")).toEqual([
    RETURN.answer,
  ]);
  expect(talk(found({ ...RETURN, coverage: 0.15, matchesCode: true })).chat.send("AX-300 多少钱")).toEqual([
    "没找到",
  ]);
});

test("leaves through `error` when the search fails", () => {
  expect(talk(new Error("broken")).chat.send("几天内可以退")).toEqual(["出错了"]);
});
