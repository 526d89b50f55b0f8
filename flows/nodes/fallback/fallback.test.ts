import { expect, test } from "vitest";
import { type ConverseOptions, converse } from "../../kernel/converse.ts";
import { drawBundle } from "../../kernel/draw-flow.ts";
import type { JsonObject } from "../../kernel/json.ts";
import { nodeRegistry as registry } from "../registry.ts";

function say(text: string) {
  return { kind: "message", config: { blocks: [{ type: "text", text }] } };
}

function talk(config: JsonObject, options: Partial<ConverseOptions> = {}) {
  const chat = converse(
    drawBundle({
      nodes: {
        start: { kind: "start" },
        words: { kind: "keyword", config: { groups: [{ id: "hi", words: ["你好", "hi"] }] } },
        hello: say("您好"),
        sorry: { kind: "fallback", config },
        person: say("转人工"),
      },
      wires: [
        "start.next -> words",
        "words.hi -> hello",
        "hello.next -> words",
        "words.else -> sorry",
        "sorry.retry -> words",
        "sorry.escalate -> person",
      ],
    }),
    { registry, ...options },
  );
  chat.start();
  return chat;
}

test("says something else each time and calls for help at last", () => {
  const chat = talk({ texts: ["没懂", "还是没懂"], escalateAfter: 3, escalateText: "请稍等" });
  expect(chat.send("啊")).toEqual(["没懂"]);
  expect(chat.send("啊")).toEqual(["还是没懂"]);
  expect(chat.send("啊")).toEqual(["请稍等", "转人工"]);
});

test("begins anew once something was understood", () => {
  const chat = talk({ texts: ["没懂", "还是没懂"] });
  chat.send("啊");
  expect(chat.send("你好")).toEqual(["您好"]);
  expect(chat.send("啊")).toEqual(["没懂"]);
});

test("has words of its own in both languages", () => {
  expect(talk({}).send("啊")[0]).toContain("换个说法");
  const chat = talk({}, { locale: "en" });
  expect(chat.send("hm")[0]).toContain("another way");
  expect(chat.send("hm")[0]).toContain("key words");
});

test("never answers with silence, even where the author left a blank", () => {
  expect(talk({ texts: [" "] }).send("啊")).toHaveLength(1);
});

test("calls for help at once when told to", () => {
  expect(talk({ escalateAfter: 1 }).send("😀")).toEqual(["转人工"]);
});
