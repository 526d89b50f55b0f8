import { expect, test } from "vitest";
import { converse } from "../../kernel/converse.ts";
import { drawBundle } from "../../kernel/draw-flow.ts";
import type { JsonObject } from "../../kernel/json.ts";
import type { InlineCalls } from "../../kernel/protocol.ts";
import { nodeRegistry as registry } from "../registry.ts";

type Call = InlineCalls["query-graph"];
type Fact = Call["output"]["facts"][number];

const BASE = "0198f2a1-7b7e-7c3e-8d7a-3f1f6d1c2b3a";
const THING = { baseId: BASE, entityId: "e1", type: "型号", name: "AX-200" };
const PRICE: Fact = {
  ...{ factId: "f1", entityId: "e1", entity: "AX-200", predicate: "价格", value: "999 元", quote: "999 元" },
  title: "价格表 › 咖啡机",
  source: { baseId: BASE, documentId: "d1", passageId: "p1", place: { rows: [2, 3], chars: [0, 20] } },
};

const say = (text: string) => ({ kind: "message", config: { blocks: [{ type: "text", text }] } });

function talk(answer: Call["output"] | Error, config: JsonObject = {}) {
  const asked: Call["input"][] = [];
  const chat = converse(
    drawBundle({
      nodes: {
        start: { kind: "start" },
        query: {
          kind: "graph-query",
          config: {
            ...{ bases: [BASE], valueVariable: "value", entityVariable: "thing", factsVariable: "facts" },
            ...config,
          },
          onError: { mode: "port" },
        },
        missed: say("没找到"),
        broken: say("出错了"),
      },
      wires: ["start.next -> query", "query.not-found -> missed", "query.error -> broken"],
      variables: [
        { name: "value", type: "text" },
        { name: "thing", type: "text" },
        { name: "facts", type: "list" },
        { name: "model", type: "text", default: "AX-200" },
        { name: "empty", type: "text", default: "" },
        { name: "budget", type: "number", default: 1_000 },
      ],
    }),
    {
      registry,
      calls: {
        "query-graph": (input) => {
          asked.push(input);
          return answer;
        },
      },
    },
  );
  chat.start();
  return { chat, asked };
}

test("says what is known of the thing that the customer names, with the place that says so", () => {
  const { chat, asked } = talk({ entities: [THING], facts: [PRICE] }, { relation: "价格" });
  expect(chat.send("AX-200 多少钱")).toEqual(["AX-200：价格 999 元"]);
  expect(asked).toEqual([
    { bases: [BASE], ask: "facts", text: "AX-200 多少钱", limit: 5, path: ["价格"], filters: [] },
  ]);
  const said = chat.effects.find((effect) => effect.type === "say");
  expect(said).toMatchObject({ origin: "faq" });
  expect(said?.parts[1]).toEqual({
    type: "citations",
    items: [{ title: "价格表 › 咖啡机（第 2–3 行）", url: null, quote: "价格 999 元", source: PRICE.source }],
  });
  expect(chat.vars).toMatchObject({
    value: "999 元",
    thing: "AX-200",
    facts: [{ entity: "AX-200", predicate: "价格", value: "999 元" }],
  });
});

test("says several facts of a thing on one line, and each place once", () => {
  const facts = [PRICE, { ...PRICE, factId: "f2", predicate: "颜色", value: "黑", quote: "黑" }];
  const { chat } = talk({
    entities: [THING],
    facts: [...facts, { ...PRICE, factId: "f3", predicate: "颜色", value: "白", quote: "白" }],
  });
  expect(chat.send("AX-200")).toEqual(["AX-200：价格 999 元；颜色 黑、白"]);
  const said = chat.effects.find((effect) => effect.type === "say");
  expect(said?.parts[1]).toMatchObject({ items: [{ quote: "价格 999 元；颜色 黑；颜色 白" }] });
});

test("what a person has said has no place, and none is made up", () => {
  const { chat } = talk({
    entities: [THING],
    facts: [{ ...PRICE, title: "", quote: "", source: { baseId: BASE, entityId: "e1" } }],
  });
  expect(chat.send("AX-200")).toEqual(["AX-200：价格 999 元"]);
  expect(chat.effects.find((effect) => effect.type === "say")?.parts).toHaveLength(1);
});

test("asks at once for the thing that a variable names, and does not wait when it is empty", () => {
  const named = talk({ entities: [THING], facts: [PRICE] }, { entity: "{{ model }}" });
  expect(named.asked).toMatchObject([{ text: "AX-200" }]);
  expect(named.chat.vars.value).toBe("999 元");
  const empty = talk({ entities: [], facts: [] }, { entity: "{{ empty }}" });
  expect(empty.asked).toEqual([]);
});

test("asks backward, and says the things that name it with how they do", () => {
  const fact = { ...PRICE, entity: "F-01", predicate: "适用滤芯", isBackward: true, quote: "F-01" };
  const { chat, asked } = talk(
    {
      entities: [{ ...THING, name: "F-01" }],
      facts: [
        { ...fact, value: "AX-200" },
        { ...fact, factId: "f2", value: "AX-300" },
      ],
    },
    { relation: "适用滤芯", direction: "backward" },
  );
  expect(chat.send("F-01 配哪些机器")).toEqual(["F-01：AX-200、AX-300（适用滤芯）"]);
  expect(asked).toMatchObject([{ path: [{ relation: "适用滤芯", isBackward: true }] }]);
  expect(chat.vars).toMatchObject({ value: "AX-200", thing: "F-01" });
  expect(chat.effects.find((effect) => effect.type === "say")?.parts[1]).toMatchObject({
    items: [{ quote: "AX-200 适用滤芯 F-01；AX-300 适用滤芯 F-01" }],
  });
});

test("goes back by any relation when none is named, and on from there", () => {
  const path = (config: JsonObject) => {
    const { chat, asked } = talk({ entities: [], facts: [] }, config);
    chat.send("F-01");
    return asked.map((input) => input.path);
  };
  expect(path({ direction: "backward" })).toEqual([[{ relation: "", isBackward: true }]]);
  expect(path({ direction: "backward", nextRelation: "价格" })).toEqual([
    [{ relation: "", isBackward: true }, "价格"],
  ]);
  expect(path({ relation: "适用滤芯", nextRelation: "适用滤芯", nextDirection: "backward" })).toEqual([
    ["适用滤芯", { relation: "适用滤芯", isBackward: true }],
  ]);
  expect(path({ nextDirection: "backward" })).toEqual([[]]);
});

test("lists the things that meet the conditions", () => {
  const { chat, asked } = talk(
    { entities: [THING, { ...THING, entityId: "e2", name: "AX-100" }], facts: [PRICE] },
    {
      ...{ ask: "entities", entityType: "型号" },
      filters: [{ attribute: "价格", is: "at-most", value: "{{ budget }}" }],
    },
  );
  expect(asked).toMatchObject([
    {
      ...{ ask: "entities", text: "", entityType: "型号" },
      filters: [{ attribute: "价格", is: "at-most", value: "1000" }],
    },
  ]);
  const said = chat.effects.find((effect) => effect.type === "say");
  expect(said?.parts[0]).toEqual({ type: "text", text: "AX-200：价格 999 元\nAX-100" });
});

test("only stores what was found when it is not to be said", () => {
  const { chat } = talk({ entities: [THING], facts: [PRICE] }, { reply: false });
  expect(chat.send("AX-200").join()).not.toContain("999");
  expect(chat.vars.value).toBe("999 元");
});

test("leaves through `not-found` when nothing is known, and shows the trace why", () => {
  const { chat } = talk({ entities: [THING], facts: [] });
  expect(chat.send("AX-200 产地")).toEqual(["没找到"]);
  const steps = chat.effects.flatMap((effect) => (effect.type === "record-step" ? [effect.step.output] : []));
  expect(steps).toContainEqual(expect.objectContaining({ outcome: "nothing-known" }));
  expect(talk({ entities: [], facts: [] }).chat.send("天气")).toEqual(["没找到"]);
  expect(talk({ entities: [THING], facts: [PRICE] }, { bases: [] }).chat.send("AX-200")).toEqual(["没找到"]);
});

test("leaves through `error` when asking fails", () => {
  expect(talk(new Error("broken")).chat.send("AX-200")).toEqual(["出错了"]);
});
