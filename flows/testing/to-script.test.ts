import { expect, test } from "vitest";
import { compileProgram } from "../kernel/compile-program.ts";
import { drawBundle } from "../kernel/draw-flow.ts";
import { bundleSchema } from "../kernel/flow.ts";
import { nodeRegistry } from "../nodes/registry.ts";
import { runFlowTest } from "./run-flow-test.ts";
import { type KeptTalk, toScript } from "./to-script.ts";

const long = "第一条：".repeat(200);

const talk: KeptTalk = {
  locale: "zh-CN",
  channel: "web",
  at: null,
  context: {},
  opening: ["您好", "怎么称呼您？"],
  turns: [
    {
      does: { type: "say", text: "小林" },
      said: [` ${long} `],
      lastNode: { flowId: "main", nodeId: "rules" },
    },
  ],
};

test("a kept talk passes on the flow that it was had with, and fails when the flow says something else", () => {
  const draw = (text: string) =>
    compileProgram(
      bundleSchema.parse(
        drawBundle({
          nodes: {
            start: { kind: "start" },
            hello: { kind: "message", config: { blocks: [{ type: "text", text: "您好" }] } },
            name: { kind: "ask", config: { question: "怎么称呼您？" } },
            rules: { kind: "message", config: { blocks: [{ type: "text", text }] } },
          },
          wires: ["start.next -> hello", "hello.next -> name", "name.answered -> rules"],
        }),
      ),
      nodeRegistry,
    );
  const script = toScript(talk);
  expect(runFlowTest({ program: draw(long), script, answers: {} }).passed).toBe(true);
  expect(runFlowTest({ program: draw("都改了"), script, answers: {} }).passed).toBe(false);
});

test("short replies must be the same, long ones begin the same, and the talk must end at the same node", () => {
  const { expectStart, turns } = toScript(talk);
  expect(expectStart.map(({ type }) => type)).toEqual(["reply-equals", "reply-equals"]);
  expect(turns[0]?.expect.map(({ type }) => type)).toEqual(["reply-contains", "node-visited"]);
});
