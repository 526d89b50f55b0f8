import fc from "fast-check";
import { expect, test } from "vitest";
import { converse } from "../../kernel/converse.ts";
import { drawBundle } from "../../kernel/draw-flow.ts";
import { bundleSchema } from "../../kernel/flow.ts";
import type { JsonObject } from "../../kernel/json.ts";
import { nodeRegistry as registry } from "../registry.ts";
import { sentimentNode } from "./definition.ts";
import { measureMood } from "./measure-mood.ts";

function talk(config: JsonObject = {}) {
  const chat = converse(
    drawBundle({
      nodes: {
        start: { kind: "start" },
        words: { kind: "keyword", config: { groups: [{ id: "none", words: ["绝不会说"] }] } },
        mood: { kind: "sentiment", config: { variable: "mood", ...config } },
      },
      wires: [
        "start.next -> words",
        "words.else -> mood",
        ...["risk", "negative", "neutral", "positive"].map((port) => `mood.${port} -> words`),
      ],
      variables: [{ name: "mood", type: "number" }],
    }),
    { registry },
  );
  chat.start();
  const send = (text: string): string | undefined => {
    chat.send(text);
    return chat.path.findLast((step) => step.startsWith("mood."))?.slice("mood.".length);
  };
  return { chat, send };
}

test.each([
  ["你们这什么破店，太差劲了！！", "negative"],
  ["等了好久还没解决，很失望", "negative"],
  ["对你们的服务不满意", "negative"],
  ["This is the worst shop, absolutely terrible", "negative"],
  ["I'm not happy with this, the box was broken", "negative"],
  ["订单什么时候发货", "neutral"],
  ["where is my parcel", "neutral"],
  ["how is it made", "neutral"],
  ["太好了，谢谢你，真的很满意", "positive"],
  ["Great, thank you so much, very helpful", "positive"],
  ["再不处理我就打12315", "risk"],
  ["我要找律师起诉你们", "risk"],
  ["I will call my lawyer", "risk"],
  ["用了之后过敏了", "risk"],
])("%s is %s", (text, port) => {
  expect(talk().send(text)).toBe(port);
});

test("a trade adds its own alarm words, in any width and case", () => {
  const { send } = talk({ riskWords: ["退学费", "Visa Refusal"] });
  expect(send("我要退学费")).toBe("risk");
  expect(send("ＶＩＳＡ ＲＥＦＵＳＡＬ")).toBe("risk");
});

test("keeps the score, and the mood of the talk so far if it is to", () => {
  const { chat, send } = talk({ remember: true });
  send("太好了，非常满意，谢谢");
  const before = Number(chat.vars.mood);
  expect(before).toBeGreaterThan(0.9);
  expect(send("太慢了，失望")).not.toBe("negative");
  expect(talk().send("太慢了，失望")).toBe("negative");
});

test("limits that leave nothing calm are refused", () => {
  const bundle = bundleSchema.parse(drawBundle({ nodes: { start: { kind: "start" } } }));
  const check = (config: object) => sentimentNode.check?.(sentimentNode.config.parse(config), bundle);
  expect(check({ negativeTo: 0.5, positiveFrom: 0.2 })).toMatchObject([{ path: "negativeTo" }]);
  expect(check({ remember: true })).toMatchObject([{ path: "variable" }]);
  expect(check({})).toEqual([]);
});

test("any text gets a score between -1 and 1", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
      const { score } = measureMood(text, { riskWords: [] });
      expect(score).toBeGreaterThanOrEqual(-1);
      expect(score).toBeLessThanOrEqual(1);
    }),
  );
});
