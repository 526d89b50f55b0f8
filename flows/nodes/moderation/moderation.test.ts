import fc from "fast-check";
import { expect, test } from "vitest";
import { converse } from "../../kernel/converse.ts";
import { drawBundle } from "../../kernel/draw-flow.ts";
import type { JsonObject } from "../../kernel/json.ts";
import { nodeRegistry as registry } from "../registry.ts";
import { findBanned } from "./find-banned.ts";

function talk(config: JsonObject) {
  const chat = converse(
    drawBundle({
      nodes: {
        start: { kind: "start" },
        words: { kind: "keyword", config: { groups: [{ id: "none", words: ["绝不会说"] }] } },
        filter: { kind: "moderation", config: { variable: "clean", ...config } },
      },
      wires: [
        "start.next -> words",
        "words.else -> filter",
        ...["pass", "masked", "blocked"].map((port) => `filter.${port} -> words`),
      ],
      variables: [{ name: "clean", type: "text" }],
    }),
    { registry },
  );
  chat.start();
  const send = (text: string) => {
    const said = chat.send(text);
    return { said, port: chat.path.findLast((step) => step.startsWith("filter."))?.slice("filter.".length) };
  };
  return { chat, send };
}

test("blocks with a word of its own, hides the others, and lets the rest pass", () => {
  const { chat, send } = talk({ block: ["刷单"], mask: ["代购"], reply: "这句话里有不能处理的内容。" });
  expect(send("你们刷单吗")).toEqual({ said: ["这句话里有不能处理的内容。"], port: "blocked" });
  expect(send("找代购可以吗")).toMatchObject({ port: "masked" });
  expect(chat.vars.clean).toBe("找**可以吗");
  expect(send("可以退货吗")).toMatchObject({ port: "pass" });
  expect(chat.vars.clean).toBe("可以退货吗");
});

test.each(["刷*单", "刷 单", "ｓｐａｍ", "SPAM!", "sp.am", "刷\u200b单"])(
  "%j does not slip through",
  (text) => {
    expect(talk({ block: ["刷单", "spam"] }).send(text).port).toBe("blocked");
  },
);

test.each(["class", "洗刷单位", "spammer"])("%j is not taken for a listed word", (text) => {
  expect(talk({ block: ["ass", "spam", "刷单"], except: ["洗刷单位"] }).send(text).port).toBe("pass");
});

test("hides personal data, and the trace never shows what was hidden", () => {
  const { chat, send } = talk({ personalData: true, patterns: ["内部\\d+号"] });
  expect(send("我的手机13812345678，内部42号").port).toBe("masked");
  expect(chat.vars.clean).toBe("我的手机***********，*****");
  const steps = chat.effects.flatMap((effect) => (effect.type === "record-step" ? [effect.step] : []));
  const shown = steps.filter(({ nodeId }) => nodeId === "filter").map(({ input }) => input);
  expect(JSON.stringify(shown)).not.toContain("13812345678");
});

test("a list of 5,000 words costs a long message little", () => {
  const words = Array.from({ length: 5_000 }, (_, at) => `词${String.fromCharCode(0x4e00 + at)}表`);
  const before = process.cpuUsage().user;
  expect(findBanned("这是一段很长的话。".repeat(800), { words, except: [] })).toEqual([]);
  expect((process.cpuUsage().user - before) / 1_000).toBeLessThan(1_000);
});

test("spans lie in the text, in order, whatever was typed", () => {
  const text = fc.array(fc.constantFrom("刷", "单", "*", " ", "😀", "ﬁ", "ss", "ß", "İ"), { maxLength: 40 });
  fc.assert(
    fc.property(text, (parts) => {
      const typed = parts.join("");
      const spans = findBanned(typed, { words: ["刷单", "ss", "fi"], patterns: ["单+"], except: [] });
      for (const { start, end } of spans) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(typed.length);
      }
      expect(spans.map(({ start }) => start)).toEqual(spans.map(({ start }) => start).sort((a, b) => a - b));
    }),
  );
});
