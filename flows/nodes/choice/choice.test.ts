import { expect, test } from "vitest";
import { type ConverseOptions, converse } from "../../kernel/converse.ts";
import { drawBundle } from "../../kernel/draw-flow.ts";
import type { Json, JsonObject } from "../../kernel/json.ts";
import { nodeRegistry as registry } from "../registry.ts";
import { choiceNode } from "./definition.ts";

const OPTIONS = [
  { id: "return", label: { "zh-CN": "退货", en: "Return" }, synonyms: ["退回去"] },
  { id: "exchange", label: { "zh-CN": "换货", en: "Exchange" } },
];

function say(text: string) {
  return { kind: "message", config: { blocks: [{ type: "text", text }] } };
}

function talk(
  config: JsonObject,
  { orders = null, ...options }: Partial<ConverseOptions> & { orders?: Json } = {},
) {
  const chat = converse(
    drawBundle({
      nodes: {
        start: { kind: "start" },
        pick: {
          kind: "choice",
          config: { question: "想办什么？", options: OPTIONS, variable: "picked", ...config },
        },
        return: say("退"),
        exchange: say("换"),
        picked: say("选好了"),
        other: say("别的"),
        late: say("超时"),
      },
      wires: [
        "start.next -> pick",
        "pick.return -> return",
        "pick.exchange -> exchange",
        "pick.picked -> picked",
        "pick.other -> other",
        "pick.timeout -> late",
      ],
      variables: [
        { name: "picked", type: "text" },
        { name: "orders", type: "list", default: orders },
      ],
    }),
    { registry, ...options },
  );
  const said = chat.start();
  return Object.assign(chat, { said });
}

test.each([
  ["换货要多久？", ["三天内寄出。", "想办什么？"]],
  ["换货", ["换"]],
  ["能帮我换货吗", ["换"]],
])("a question about an option is answered before the option is taken: %s", (text, said) => {
  const flow = drawBundle(
    {
      nodes: {
        start: { kind: "start" },
        pick: { kind: "choice", config: { question: "想办什么？", options: OPTIONS } },
        exchange: say("换"),
      },
      wires: ["start.next -> pick", "pick.exchange -> exchange"],
      settings: { repair: { digress: { faqSets: ["shop"] } } },
    },
    { faqSets: { shop: { name: "商店", entries: [] } } },
  );
  const entry = { faqSet: "shop", entryId: "q", question: "换货要多久", answer: "三天内寄出。", score: 1 };
  const chat = converse(flow, {
    registry,
    calls: {
      "match-faq": (input) =>
        input.text.includes("多久")
          ? { outcome: "sure", candidates: [entry], reasons: [] }
          : { outcome: "none", candidates: [], reasons: [] },
    },
  });
  chat.start();
  expect(chat.send(text)).toEqual(said);
});

test("goes the way of the option, by click, number, label, synonym, sentence or slip", () => {
  const chat = talk({});
  expect(chat.options).toEqual([
    { id: "return", label: "退货" },
    { id: "exchange", label: "换货" },
  ]);
  expect(chat.click("换货")).toEqual(["换"]);
  expect(chat.vars.picked).toBe("exchange");
  for (const text of ["1", "第一个", "退货", "我想退回去"]) expect(talk({}).send(text)).toEqual(["退"]);
  expect(talk({}, { locale: "en" }).send("exchnge please")).not.toEqual(["退"]);
  expect(talk({}, { locale: "en" }).send("I'd like an exchange")).toEqual(["换"]);
});

test("leaves through `other` with words that fit nothing, so that another node can understand them", () => {
  expect(talk({}).send("你们几点下班")).toEqual(["别的"]);
  expect(talk({}).send("😀")).toEqual(["别的"]);
  expect(talk({}).send("我不要退货")).toEqual(["别的"]);
});

test("asks again with a hint as often as the author allows", () => {
  const chat = talk({ retries: 1 });
  expect(chat.send("啊？")[0]).toContain("点一下按钮");
  expect(chat.send("啊？")).toEqual(["别的"]);
});

test("takes only clicks, numbers and labels when free text is off", () => {
  expect(talk({ freeText: false }).send("我要退货")).toEqual(["别的"]);
  expect(talk({ freeText: false }).send("退货")).toEqual(["退"]);
});

test("writes the numbers into the text where buttons may be missing", () => {
  expect(talk({ display: "numbers" }).said[0]).toBe("想办什么？\n1. 退货\n2. 换货");
});

test("offers the items of a list and stores the value of the one that was picked", () => {
  const orders = [
    { label: "跑鞋", value: "A1" },
    { label: "袜子", value: "A2" },
    { label: "", value: "A3" },
  ];
  const chat = talk({ source: "list", list: { items: "orders" } }, { orders });
  expect(chat.options.map(({ label }) => label)).toEqual(["跑鞋", "袜子"]);
  expect(chat.send("第二个")).toEqual(["选好了"]);
  expect(chat.vars.picked).toBe("A2");
});

test("offers plain texts of a list as well", () => {
  const chat = talk({ source: "list", list: { items: "orders" } }, { orders: ["红", "蓝"] });
  chat.send("蓝");
  expect(chat.vars.picked).toBe("蓝");
});

test.each([[null], [[]], ["不是列表"]])("does not ask when the list is %j", (orders) => {
  expect(talk({ source: "list", list: { items: "orders" } }, { orders }).said).toEqual(["别的"]);
});

test.each(["1、2", "退货和换货", "全部", "１ ２"])("takes several at once: %s", (text) => {
  const chat = talk({ multiple: true });
  expect(chat.send(text)).toEqual(["选好了"]);
  expect(chat.vars.picked).toEqual(["return", "exchange"]);
});

test("takes one of several too, and clicks that come together", () => {
  const one = talk({ multiple: true });
  one.send("2");
  expect(one.vars.picked).toEqual(["exchange"]);
  const two = talk({ multiple: true });
  two.deliver({
    type: "message-received",
    messageId: "x",
    text: "",
    choice: "exchange,return",
    attachments: [],
  });
  expect(two.vars.picked).toEqual(["return", "exchange"]);
});

test("leaves through `timeout` when nobody answers", () => {
  expect(talk({ timeoutMs: 60_000 }).advanceTime(60_000)).toEqual(["超时"]);
});

test("refuses ids that would take over a port of the kind", () => {
  const config = choiceNode.config.parse({
    question: "?",
    options: [
      { id: "other", label: "A" },
      { id: "a", label: "B" },
      { id: "a", label: "C" },
    ],
  });
  expect(choiceNode.check?.(config, Object({})).map(({ code, path }) => [code, path])).toEqual([
    ["reserved_id", "options[0].id"],
    ["duplicate_id", "options[2].id"],
  ]);
});

test("hands words that fit nothing to a node that understands", () => {
  const chat = converse(
    drawBundle({
      nodes: {
        start: { kind: "start" },
        pick: { kind: "choice", config: { question: "想办什么？", options: OPTIONS } },
        words: { kind: "keyword", config: { groups: [{ id: "hours", words: ["下班"] }] } },
        hours: say("六点"),
      },
      wires: ["start.next -> pick", "pick.other -> words", "words.hours -> hours"],
    }),
    { registry },
  );
  chat.start();
  expect(chat.send("你们几点下班")).toEqual(["六点"]);
});
