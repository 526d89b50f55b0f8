import { expect, test } from "vitest";
import { converse } from "../../kernel/converse.ts";
import { drawBundle } from "../../kernel/draw-flow.ts";
import type { JsonObject } from "../../kernel/json.ts";
import { nodeRegistry as registry } from "../registry.ts";
import { endNode } from "./definition.ts";

function talk(config: JsonObject) {
  const chat = converse(
    drawBundle({
      nodes: { start: { kind: "start", config: { opening: "您好" } }, end: { kind: "end", config } },
      wires: ["start.next -> end"],
    }),
    { registry },
  );
  return Object.assign(chat, { said: chat.start() });
}

test("says goodbye and closes the talk", () => {
  const chat = talk({ text: "再见", resolution: "solved", askRating: true });
  expect(chat.said).toEqual(["您好", "再见"]);
  expect(chat.effects).toContainEqual({ type: "end-conversation", resolution: "solved", askRating: true });
  expect(chat.send("还在吗")).toEqual([]);
});

test("starts over with the next message when the talk stays open", () => {
  const chat = talk({ text: "再见", keepOpen: true });
  expect(chat.send("还在吗")).toEqual(["再见"]);
});

test("refuses an outcome that no port could be named after", () => {
  expect(endNode.config.safeParse({ resolution: "已 解决" }).success).toBe(false);
});
