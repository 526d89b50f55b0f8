import { expect, test } from "vitest";
import { converse } from "./converse.ts";
import { drawBundle } from "./draw-flow.ts";
import { TEST_KINDS } from "./test-kinds.ts";

const registry = TEST_KINDS;

test("talks like a customer: opening, question, answer, end", () => {
  const chat = converse(
    drawBundle({
      nodes: {
        start: { kind: "start", config: { opening: "您好！" } },
        name: { kind: "ask", config: { question: "怎么称呼您？", saveTo: "name" } },
        thanks: { kind: "say", config: { text: "{{ name }}，再见。" } },
        end: { kind: "end" },
      },
      wires: ["start.next -> name", "name.answered -> thanks", "thanks.next -> end"],
      variables: [{ name: "name", type: "text" }],
    }),
    { registry },
  );

  expect(chat.start()).toEqual(["您好！", "怎么称呼您？"]);
  expect(chat.send("小林")).toEqual(["小林，再见。"]);
  expect(chat.ended).toBe(true);
  expect(chat.path).toEqual(["start.next", "name", "name.answered", "thanks.next", "end"]);
});

test("answers inline calls at once and leaves queued ones open until the test answers", () => {
  const chat = converse(
    drawBundle({
      nodes: {
        start: { kind: "start" },
        look: { kind: "job", config: { name: "look-up", saveTo: "order" } },
        tell: { kind: "say", config: { text: "状态：{{ order.state }}" } },
      },
      wires: ["start.next -> look", "look.next -> tell"],
      variables: [{ name: "order", type: "object" }],
    }),
    { registry },
  );

  expect(chat.start()).toEqual([]);
  expect(chat.session.awaiting).toMatchObject({ type: "call", queued: true });
  expect(chat.send("还在吗")).toEqual([]);
  expect(chat.answer({ state: "已发货" })).toEqual(["状态：已发货"]);
});
