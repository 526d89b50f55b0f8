import { expect, test } from "vitest";
import { converse } from "../../kernel/converse.ts";
import { drawBundle } from "../../kernel/draw-flow.ts";
import type { JsonObject } from "../../kernel/json.ts";
import { nodeRegistry as registry } from "../registry.ts";

function run(config: JsonObject) {
  const chat = converse(
    drawBundle({
      nodes: { start: { kind: "start" }, tag: { kind: "tag-contact", config } },
      wires: ["start.next -> tag"],
      variables: [{ name: "city", type: "text", default: "上海" }],
    }),
    { registry },
  );
  chat.start();
  return chat.effects.find((effect) => effect.type === "update-contact");
}

test("adds and removes tags and notes facts, with what is known filled in", () => {
  expect(
    run({
      add: ["售后", "来自{{ city }}", "售后"],
      remove: ["新客"],
      attributes: [
        { name: "city", value: { type: "expression", source: "city" } },
        { name: "level", value: { type: "literal", value: 3 } },
      ],
    }),
  ).toEqual({
    type: "update-contact",
    addTags: ["售后", "来自上海"],
    removeTags: ["新客"],
    attributes: { city: "上海", level: 3 },
  });
});

test("leaves out a tag that renders empty", () => {
  expect(run({ add: ["{{ unknown }}"] })).toMatchObject({ addTags: [] });
});
