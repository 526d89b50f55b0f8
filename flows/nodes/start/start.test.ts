import { expect, test } from "vitest";
import { converse } from "../../kernel/converse.ts";
import { drawBundle } from "../../kernel/draw-flow.ts";
import { nodeRegistry as registry } from "../registry.ts";

const OPENING = { "zh-CN": "您好，想了解什么？", en: "Hello! What can I do for you?" };

function drawShop(config = {}) {
  return drawBundle({
    nodes: {
      start: { kind: "start", config: { opening: OPENING, ...config } },
      words: { kind: "keyword", config: { groups: [{ id: "return", words: ["退货", "return"] }] } },
      help: { kind: "message", config: { blocks: [{ type: "text", text: "七天内可退。" }] } },
      sorry: { kind: "message", config: { blocks: [{ type: "text", text: "没听懂。" }] } },
    },
    wires: ["start.next -> words", "words.return -> help", "words.else -> sorry"],
    variables: [{ name: "seen", type: "boolean", scope: "contact", default: false }],
  });
}

test("greets in the reader's language", () => {
  expect(converse(drawShop(), { registry }).start()).toEqual([OPENING["zh-CN"]]);
  expect(converse(drawShop(), { registry, locale: "en" }).start()).toEqual([OPENING.en]);
});

test("greets once: the next question starts over without the greeting", () => {
  const chat = converse(drawShop(), { registry });
  chat.start();
  expect(chat.send("我要退货")).toEqual(["七天内可退。"]);
  expect(chat.send("退货")).toEqual(["七天内可退。"]);
});

test("sends a suggested question when it is clicked", () => {
  const chat = converse(drawShop({ suggestions: [{ id: "q1", label: "怎么退货" }] }), { registry });
  chat.start();
  expect(chat.options).toEqual([{ id: "q1", label: "怎么退货" }]);
  expect(chat.click("q1")).toEqual(["七天内可退。"]);
});

test("welcomes a returning customer in other words and remembers a new one", () => {
  const returning = { variable: "seen", opening: "欢迎回来！" };
  const first = converse(drawShop({ returning }), { registry });
  expect(first.start()).toEqual([OPENING["zh-CN"]]);
  expect(first.vars.seen).toBe(true);
  expect(converse(drawShop({ returning }), { registry, contact: { seen: true } }).start()).toEqual([
    "欢迎回来！",
  ]);
});

test("says nothing when there is no opening, and still goes on", () => {
  const chat = converse(drawShop({ opening: "" }), { registry });
  expect(chat.start()).toEqual([]);
  expect(chat.send("退货")).toEqual(["七天内可退。"]);
});
