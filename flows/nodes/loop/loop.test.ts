import { expect, test } from "vitest";
import { converse } from "../../kernel/converse.ts";
import { drawBundle } from "../../kernel/draw-flow.ts";
import type { Json, JsonObject } from "../../kernel/json.ts";
import { nodeRegistry as registry } from "../registry.ts";

function say(text: string) {
  return { kind: "message", config: { blocks: [{ type: "text", text }] } };
}

function talk(config: JsonObject, orders: Json = null, body: JsonObject = say("{{ round }}. {{ order }}")) {
  const chat = converse(
    drawBundle({
      nodes: {
        start: { kind: "start" },
        loop: {
          kind: "loop",
          config: { list: "orders", itemVariable: "order", indexVariable: "round", ...config },
        },
        body: { kind: "message", ...body },
        done: say("完"),
        limit: say("太多"),
      },
      wires: [
        "start.next -> loop",
        "loop.body -> body",
        "body.next -> loop",
        "loop.done -> done",
        "loop.limit -> limit",
      ],
      variables: [
        { name: "orders", type: "list", default: orders },
        { name: "order", type: "text" },
        { name: "round", type: "number" },
        { name: "count", type: "number", default: 0 },
      ],
    }),
    { registry },
  );
  return Object.assign(chat, { said: chat.start() });
}

const COUNT = {
  kind: "set-variable",
  config: { assignments: [{ variable: "count", op: "inc", value: { type: "literal", value: 1 } }] },
};

test("does its body once for each item, in order", () => {
  expect(talk({}, ["鞋", "袜", "帽"]).said).toEqual(["1. 鞋", "2. 袜", "3. 帽", "完"]);
});

test.each([[[]], [null], ["不是列表"]])("does nothing for the list %j", (orders) => {
  expect(talk({}, orders).said).toEqual(["完"]);
});

test("stops at the limit and says so, without a round too many", () => {
  expect(talk({ iterationsMax: 2 }, ["鞋", "袜", "帽"]).said).toEqual(["1. 鞋", "2. 袜", "太多"]);
  expect(talk({ iterationsMax: 2 }, ["鞋", "袜"]).said).toEqual(["1. 鞋", "2. 袜", "完"]);
});

test("repeats until its condition holds", () => {
  const chat = talk({ over: "until", until: "count >= 3" }, null, COUNT);
  expect(chat.said).toEqual(["完"]);
  expect(chat.vars.count).toBe(3);
});

test("does not begin when the condition holds already", () => {
  const chat = talk({ over: "until", until: "true" }, null, COUNT);
  expect(chat.vars.count).toBe(0);
});

test("gives up a condition that never holds", () => {
  const chat = talk({ over: "until", until: "false", iterationsMax: 5 }, null, COUNT);
  expect(chat.said).toEqual(["太多"]);
  expect(chat.vars.count).toBe(5);
});

test("keeps to the list as it was when the loop began", () => {
  const grow = {
    kind: "set-variable",
    config: { assignments: [{ variable: "orders", op: "append", value: { type: "literal", value: "x" } }] },
  };
  const chat = talk({}, ["鞋", "袜"], grow);
  expect(chat.said).toEqual(["完"]);
  expect(chat.vars.orders).toHaveLength(4);
});

test("forgets its rounds when it is done, so that it can run again", () => {
  const chat = talk({}, ["鞋"]);
  expect(chat.send("再来")).toEqual(["1. 鞋", "完"]);
});
