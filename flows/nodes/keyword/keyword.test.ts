import { expect, test } from "vitest";
import { findKeyword } from "../../answers/find-keyword.ts";
import { normalise } from "../../answers/normalise.ts";
import { converse } from "../../kernel/converse.ts";
import { drawBundle } from "../../kernel/draw-flow.ts";
import type { JsonObject } from "../../kernel/json.ts";
import { nodeRegistry as registry } from "../registry.ts";
import { keywordGroupSchema } from "./definition.ts";

function find(text: string, group: JsonObject) {
  return findKeyword(normalise(text), keywordGroupSchema.parse({ id: "g", ...group }));
}

test("goes the way of the first group that fits, and keeps the word", () => {
  const chat = converse(
    drawBundle({
      nodes: {
        start: { kind: "start" },
        words: {
          kind: "keyword",
          config: {
            variable: "word",
            groups: [
              { id: "refund", words: ["退款", "refund"] },
              { id: "return", words: ["退"] },
            ],
          },
        },
      },
      wires: ["start.next -> words"],
      variables: [{ name: "word", type: "text" }],
    }),
    { registry },
  );
  chat.start();
  chat.send("我要退款，退货");
  expect(chat.path).toContain("words.refund");
  expect(chat.vars.word).toBe("退款");
  chat.send("你好");
  expect(chat.path).toContain("words.else");
});

test.each([
  ["我要退货！", { words: ["退货"] }],
  ["ＲＥＦＵＮＤ please", { words: ["refund"] }],
  ["退\u200b货", { words: ["退货"] }],
  ["订单12号", { words: ["12"] }],
  ["人工。", { words: ["人工"], match: "whole" }],
  ["查订单 123", { words: ["查订单"], match: "starts" }],
  ["编号 SN-1234", { patterns: ["sn-\\d{4}"] }],
])("finds it in %s", (text, group) => {
  expect(find(text, group)).not.toBeNull();
});

test.each([
  ["this", { words: ["hi"] }],
  ["2012", { words: ["12"] }],
  ["找人工", { words: ["人工"], match: "whole" }],
  ["hiya", { words: ["hi"], match: "starts" }],
  ["不要转人工", { words: ["转人工"], except: ["不要转人工"] }],
  ["", { words: ["人工"] }],
  ["😀", { words: ["笑"] }],
  ["x", { patterns: ["(("] }],
  ["随便", { words: ["  "] }],
])("finds nothing in %j", (text, group) => {
  expect(find(text, group)).toBeNull();
});

test("stays quick on 8,000 characters and a pattern that would trap a backtracking engine", () => {
  const before = process.cpuUsage().user;
  expect(find("a".repeat(8_000), { patterns: ["(a+)+$x"], words: ["b"] })).toBeNull();
  expect((process.cpuUsage().user - before) / 1_000).toBeLessThan(1_000);
});
