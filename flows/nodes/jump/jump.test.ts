import { expect, test } from "vitest";
import { converse } from "../../kernel/converse.ts";
import { drawBundle } from "../../kernel/draw-flow.ts";
import { nodeRegistry as registry } from "../registry.ts";
import { jumpNode } from "./definition.ts";

function talk(target: string) {
  const chat = converse(
    drawBundle({
      nodes: {
        start: { kind: "start" },
        jump: { kind: "jump", config: { target } },
        there: { kind: "end", config: { text: "到了" } },
      },
      wires: ["start.next -> jump"],
    }),
    { registry },
  );
  return { chat, said: chat.start() };
}

test("goes on at the node that it names", () => {
  expect(talk("there").said).toEqual(["到了"]);
});

test("does not leave the customer in silence when the node is gone", () => {
  expect(talk("gone").said).toHaveLength(1);
  expect(talk("").said).toHaveLength(1);
});

test("points at its target, so that a check finds a dead one", () => {
  expect(jumpNode.references?.({ target: "there" })).toEqual([
    { type: "node", nodeId: "there", path: "target" },
  ]);
  expect(jumpNode.check?.({ target: "" }, Object({}))).toHaveLength(1);
});
