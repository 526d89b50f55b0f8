import { expect, test } from "vitest";
import { converse } from "../../kernel/converse.ts";
import { drawBundle } from "../../kernel/draw-flow.ts";
import type { JsonObject } from "../../kernel/json.ts";
import { nodeRegistry as registry } from "../registry.ts";

function gapsAfter(text: string, config: JsonObject = {}) {
  const chat = converse(
    drawBundle({
      nodes: {
        start: { kind: "start" },
        words: { kind: "keyword", config: { groups: [{ id: "none", words: ["绝不会说"] }] } },
        gap: { kind: "log-gap", config },
      },
      wires: ["start.next -> words", "words.else -> gap"],
    }),
    { registry },
  );
  chat.start();
  chat.send(text);
  return chat.effects.flatMap((effect) =>
    effect.type === "record-metric" && effect.name === "gap" ? [effect.facts] : [],
  );
}

test("puts down what the customer asked, and why it was not answered", () => {
  expect(gapsAfter("能开英文发票吗")).toMatchObject([
    { reason: "no-answer", question: "能开英文发票吗", nodeId: "gap" },
  ]);
  expect(gapsAfter("x", { reason: "wrong-answer", text: "改记这句" })).toMatchObject([
    { reason: "wrong-answer", question: "改记这句" },
  ]);
});

test("personal data is hidden before it is kept", () => {
  expect(gapsAfter("我是13812345678，货呢")[0]?.question).toBe("我是13*******78，货呢");
});
