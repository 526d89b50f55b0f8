import { expect, test } from "vitest";
import { type ConverseOptions, converse } from "../../kernel/converse.ts";
import { drawBundle } from "../../kernel/draw-flow.ts";
import type { Json, JsonObject } from "../../kernel/json.ts";
import { nodeRegistry as registry } from "../registry.ts";

const FAQ = {
  type: "faq",
  faqSet: "shop",
  entryId: "q1",
  question: "怎么退货",
  answer: "七天内可退。",
  score: 0.5,
};
const OTHER_FAQ = { ...FAQ, entryId: "q2", question: "退款多久到账", answer: "三个工作日。" };
const INTENT = { type: "intent", intentId: "track", label: "查物流", score: 0.5 };

function say(text: string) {
  return { kind: "message", config: { blocks: [{ type: "text", text }] } };
}

function talk(
  candidates: Json,
  { config = {}, ...options }: Partial<ConverseOptions> & { config?: JsonObject } = {},
) {
  const chat = converse(
    drawBundle({
      nodes: {
        start: { kind: "start" },
        clarify: { kind: "clarify", config: { source: "candidates", pickedVariable: "picked", ...config } },
        picked: say("还有什么可以帮您？"),
        track: say("查物流"),
        none: say("换个说法吧"),
        late: say("超时"),
      },
      wires: [
        "start.next -> clarify",
        "clarify.picked -> picked",
        "clarify.track -> track",
        "clarify.none -> none",
        "clarify.timeout -> late",
      ],
      variables: [
        { name: "candidates", type: "list", default: candidates },
        { name: "picked", type: "text" },
      ],
    }),
    { registry, ...options },
  );
  const said = chat.start();
  return Object.assign(chat, { said });
}

test("offers what may be meant and answers the question that is picked", () => {
  const chat = talk([FAQ, INTENT]);
  expect(chat.said).toEqual(["您是不是想问："]);
  expect(chat.options.map(({ label }) => label)).toEqual(["怎么退货", "查物流", "都不是"]);
  expect(chat.click("怎么退货")).toEqual(["七天内可退。", "还有什么可以帮您？"]);
  expect(chat.vars.picked).toBe("q1");
  expect(chat.effects).toContainEqual(expect.objectContaining({ type: "say", origin: "faq" }));
});

test("speaks English to an English reader", () => {
  const chat = talk([FAQ], { locale: "en" });
  expect(chat.said).toEqual(["Did you mean:"]);
  expect(chat.options.at(-1)?.label).toBe("None of these");
});

test("goes the way of a picked intent, where it has a port of its own", () => {
  expect(talk([INTENT], { config: { intents: [{ id: "track" }] } }).send("1")).toEqual(["查物流"]);
  const chat = talk([INTENT]);
  expect(chat.send("查物流")).toEqual(["还有什么可以帮您？"]);
  expect(chat.vars.picked).toBe("track");
});

test("takes a nod when there is only one thing that may be meant", () => {
  expect(talk([FAQ]).send("对")).toEqual(["七天内可退。", "还有什么可以帮您？"]);
  expect(talk([FAQ, OTHER_FAQ]).send("对")).toEqual(["换个说法吧"]);
});

test.each(["都不是", "不是", "None of these", "明天天气怎么样", "😀"])(
  "leaves through `none` on %s",
  (text) => {
    const chat = talk([FAQ, INTENT]);
    expect(chat.send(text)).toEqual(["换个说法吧"]);
  },
);

test.each([[null], [[]], ["x"], [[{ type: "order" }, 3]]])(
  "does not ask with %j for candidates",
  (candidates) => {
    expect(talk(candidates).said).toEqual(["换个说法吧"]);
  },
);

test("offers no more than wanted", () => {
  const chat = talk([FAQ, OTHER_FAQ, INTENT], { config: { candidatesMax: 2, noneLabel: "其他问题" } });
  expect(chat.options.map(({ label }) => label)).toEqual(["怎么退货", "退款多久到账", "其他问题"]);
});

test("leaves through `timeout` when nobody answers", () => {
  expect(talk([FAQ], { config: { timeoutMs: 60_000 } }).advanceTime(60_000)).toEqual(["超时"]);
});
