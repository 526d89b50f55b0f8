import { expect, test } from "vitest";
import { compileProgram } from "../kernel/compile-program.ts";
import { drawBundle } from "../kernel/draw-flow.ts";
import { bundleSchema } from "../kernel/flow.ts";
import { nodeRegistry } from "../nodes/registry.ts";
import { askQuestion } from "./ask-question.ts";
import type { BatchRow } from "./batch.ts";

const say = (text: string) => ({ kind: "message", config: { blocks: [{ type: "text", text }] } });

const bundle = bundleSchema.parse(
  drawBundle({
    nodes: {
      start: { kind: "start" },
      size: { kind: "ask", config: { question: "多大的？", variable: "size" } },
      member: {
        kind: "condition",
        config: { branches: [{ id: "yes", when: { type: "expression", source: "vip" } }] },
      },
      gold: say("会员的{{ size }}杯，免运费"),
      plain: say("{{ size }}杯，运费 {{ fee }} 元"),
      end: { kind: "end" },
    },
    wires: [
      "start.next -> size",
      "size.answered -> member",
      "member.yes -> gold",
      "member.else -> plain",
      "gold.next -> end",
      "plain.next -> end",
    ],
    variables: [
      { name: "size", type: "text" },
      { name: "vip", type: "boolean", default: false },
      { name: "fee", type: "number", scope: "turn", default: 8 },
    ],
  }),
);
const program = compileProgram(bundle, nodeRegistry);

const ask = (row: BatchRow) =>
  askQuestion({ program, answers: {}, locale: "zh-CN", channel: "web", row, expected: null }).reply;

test("a question is asked with what the row's variables hold, and the next row knows nothing of it", () => {
  expect(ask({ question: "大" })).toBe("大杯，运费 8 元");
  expect(ask({ question: "大", variables: { vip: true } })).toBe("会员的大杯，免运费");
  expect(ask({ question: "大" })).toBe("大杯，运费 8 元");
});

test("a variable that each message resets goes back to what the row says", () => {
  expect(ask({ question: "小", variables: { fee: 3 } })).toBe("小杯，运费 3 元");
});

test("a variable that the flow does not have is no obstacle", () => {
  expect(ask({ question: "大", variables: { gone: 1 } })).toBe("大杯，运费 8 元");
});
