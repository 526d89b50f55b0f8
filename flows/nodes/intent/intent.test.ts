import { expect, test } from "vitest";
import { type ConverseOptions, converse } from "../../kernel/converse.ts";
import { drawBundle } from "../../kernel/draw-flow.ts";
import type { JsonObject } from "../../kernel/json.ts";
import type { InlineCalls } from "../../kernel/protocol.ts";
import { nodeRegistry as registry } from "../registry.ts";
import { intentNode } from "./definition.ts";

type Answer = InlineCalls["match-intent"]["output"];

const INTENTS = [
  { id: "return", name: { "zh-CN": "退货", en: "Return" }, examples: ["怎么退货", "我要退货", "能退吗"] },
  { id: "track", name: { "zh-CN": "查物流", en: "Track" }, examples: ["到哪了", "查快递", "发货了吗"] },
];

function say(text: string) {
  return { kind: "message", config: { blocks: [{ type: "text", text }] } };
}

function talk(
  matches: (text: string) => Answer | Error,
  { config = {}, ...options }: Partial<ConverseOptions> & { config?: JsonObject } = {},
) {
  const asked: InlineCalls["match-intent"]["input"][] = [];
  const chat = converse(
    drawBundle({
      nodes: {
        start: { kind: "start" },
        intent: {
          kind: "intent",
          config: {
            intents: INTENTS,
            prompt: "请说",
            intentVariable: "intent",
            candidatesVariable: "candidates",
            ...config,
          },
        },
        return: say("退"),
        track: say("查"),
        unsure: say("拿不准"),
        none: say("没懂"),
      },
      wires: [
        "start.next -> intent",
        "intent.return -> return",
        "intent.track -> track",
        "intent.ambiguous -> unsure",
        "intent.none -> none",
      ],
      variables: [
        { name: "intent", type: "text" },
        { name: "candidates", type: "list" },
      ],
    }),
    {
      registry,
      ...options,
      calls: {
        "match-intent": (input) => {
          asked.push(input);
          return matches(input.text);
        },
      },
    },
  );
  const said = chat.start();
  return Object.assign(chat, { said, asked });
}

function answer(outcome: Answer["outcome"], ...intentIds: readonly string[]): Answer {
  return {
    outcome,
    candidates: intentIds.map((intentId, i) => ({ intentId, score: 0.9 - i * 0.1 })),
    reasons: [],
  };
}

test("waits for words, asks its own model, and goes the way of the intent", () => {
  const chat = talk(() => answer("sure", "track", "return"));
  expect(chat.said).toEqual(["请说"]);
  expect(chat.send("我的快递到哪了")).toEqual(["查"]);
  expect(chat.asked).toEqual([{ flowId: "main", nodeId: "intent", text: "我的快递到哪了" }]);
  expect(chat.vars.intent).toBe("track");
});

test("looks at a message that is there already, without asking first", () => {
  const chat = talk(() => answer("sure", "return"));
  chat.send("退货");
  expect(chat.send("退货")).toEqual(["退"]);
});

test("keeps what might be meant, by names that the reader knows", () => {
  const chat = talk(() => answer("ambiguous", "return", "track"), { locale: "en" });
  expect(chat.send("parcel back")).toEqual(["拿不准"]);
  expect(chat.vars.candidates).toEqual([
    { type: "intent", intentId: "return", label: "Return", score: 0.9 },
    { type: "intent", intentId: "track", label: "Track", score: 0.8 },
  ]);
});

test.each<[string, () => Answer | Error]>([
  ["the model finds nothing", () => answer("none")],
  ["the model fails", () => new Error("timeout")],
  ["the model names an intent that is gone", () => answer("sure", "deleted")],
])("leaves through `none` when %s", (_, matches) => {
  const chat = talk(matches);
  expect(chat.send("你好")).toEqual(["没懂"]);
  expect(chat.session.strikes).toBe(1);
});

test("does not ask the model about a picture without words", () => {
  const chat = talk(() => answer("sure", "return"));
  expect(chat.send("", [{ fileId: "f", name: "a.png", mediaType: "image/png", size: 1 }])).toEqual(["没懂"]);
  expect(chat.asked).toEqual([]);
});

test("takes emoji and 8,000 characters to the model as they are", () => {
  const chat = talk(() => answer("none"));
  chat.send("😀");
  chat.send("长".repeat(8_000));
  expect(chat.asked.map(({ text }) => text.length)).toEqual([2, 8_000]);
});

test("warns of intents with too few examples and refuses ids of its own ports", () => {
  const config = intentNode.config.parse({ intents: [{ id: "none", name: "没有", examples: ["a"] }] });
  expect(intentNode.check?.(config, Object({})).map(({ code }) => code)).toEqual([
    "reserved_id",
    "few_examples",
  ]);
});

test("asks back when the best two are closer than the author's margin", () => {
  const close = () => answer("sure", "return", "track");
  expect(talk(close, { config: { margin: 0.2 } }).send("退")).toEqual(["拿不准"]);
  expect(talk(close, { config: { margin: 0.05 } }).send("退")).toEqual(["退"]);
});
