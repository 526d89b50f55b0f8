import { expect, test } from "vitest";
import { converse } from "../../kernel/converse.ts";
import { drawBundle, drawFlow } from "../../kernel/draw-flow.ts";
import type { JsonObject } from "../../kernel/json.ts";
import { nodeRegistry as registry } from "../registry.ts";

function say(text: string) {
  return { kind: "message", config: { blocks: [{ type: "text", text }] } };
}

function talk(resolution: string, config: JsonObject = {}) {
  const verify = drawFlow({
    nodes: {
      start: { kind: "start" },
      ask: { kind: "ask", config: { question: "{{ who }}，电话是？", variable: "phone", type: "phone" } },
      end: { kind: "end", config: { resolution } },
    },
    wires: ["start.next -> ask", "ask.answered -> end"],
    variables: [
      { name: "who", type: "text" },
      { name: "phone", type: "text" },
    ],
  });
  const chat = converse(
    drawBundle(
      {
        nodes: {
          start: { kind: "start" },
          call: {
            kind: "subflow",
            config: {
              flowId: "verify",
              inputs: [{ name: "who", value: { type: "template", text: "{{ name }}先生" } }],
              outputs: [
                { name: "phone", variable: "number" },
                { name: "unknown", variable: "nothing" },
              ],
              exits: [{ id: "verified" }],
              ...config,
            },
          },
          good: say("已验证 {{ number }}"),
          done: say("结束"),
        },
        wires: ["start.next -> call", "call.verified -> good", "call.done -> done"],
        variables: [
          { name: "name", type: "text", default: "林" },
          { name: "number", type: "text" },
          { name: "nothing", type: "text", default: "旧" },
        ],
      },
      { subflows: { verify } },
    ),
    { registry },
  );
  return Object.assign(chat, { said: chat.start() });
}

test("passes values in, brings values back, and leaves by what the other flow ended with", () => {
  const chat = talk("verified");
  expect(chat.said).toEqual(["林先生，电话是？"]);
  expect(chat.send("13800138000")).toEqual(["已验证 13800138000"]);
  expect(chat.vars).toMatchObject({ number: "13800138000", nothing: null });
});

test("leaves through `done` for an ending that has no port", () => {
  expect(talk("gave-up").send("13800138000")).toEqual(["结束"]);
});

test("takes its error path when the flow is gone", () => {
  const chat = talk("verified", { flowId: "deleted" });
  expect(chat.said).toHaveLength(1);
  expect(chat.steps.map(({ error }) => error?.code)).toContain("missing_subflow");
});
