import { expect, test } from "vitest";
import { type ConverseOptions, converse } from "../../kernel/converse.ts";
import { drawBundle } from "../../kernel/draw-flow.ts";
import type { JsonObject } from "../../kernel/json.ts";
import { nodeRegistry as registry } from "../registry.ts";

const MINUTE_MS = 60_000;

function say(text: string) {
  return { kind: "message", config: { blocks: [{ type: "text", text }] } };
}

function talk(config: JsonObject, options: Partial<ConverseOptions> = {}) {
  const chat = converse(
    drawBundle({
      nodes: {
        start: { kind: "start" },
        ask: {
          kind: "ask",
          config: { question: { "zh-CN": "请说", en: "Please tell" }, variable: "answer", ...config },
        },
        thanks: say("谢谢"),
        sorry: say("算了"),
        skip: say("跳过了"),
        late: say("下次再聊"),
      },
      wires: [
        "start.next -> ask",
        "ask.answered -> thanks",
        "ask.invalid -> sorry",
        "ask.skipped -> skip",
        "ask.timeout -> late",
      ],
      variables: [{ name: "answer", type: "text" }],
    }),
    { registry, ...options },
  );
  chat.start();
  return chat;
}

test.each([
  ["number", "我要３个", 3],
  ["phone", "我的手机 138 0013 8000", "13800138000"],
  ["email", "Lin@Example.com", "Lin@example.com"],
  ["date", "2026年11月8号", "2026-11-08"],
  ["order-no", "单号jd20261108001", "JD20261108001"],
  ["yes-no", "好的", true],
  ["text", "  送到公司  ", "送到公司"],
])("stores a %s as it was meant: %s", (type, text, value) => {
  const chat = talk({ type });
  expect(chat.send(text)).toEqual(["谢谢"]);
  expect(chat.vars.answer).toEqual(value);
});

test("asks again with a hint, and gives up after the tries that the author allows", () => {
  const chat = talk({ type: "email", retries: 1 });
  expect(chat.send("没有")[0]).toContain("邮箱好像不对");
  expect(chat.send("就不告诉你")).toEqual(["算了"]);
  expect(chat.vars.answer).toBeNull();
});

test("hints in the reader's language, or in the author's words", () => {
  expect(talk({ type: "number" }, { locale: "en" }).send("lots")).toEqual([
    "Please reply with a number, for example 3.",
  ]);
  expect(talk({ type: "number", hint: "几件？" }).send("很多")).toEqual(["几件？"]);
});

test("keeps to the bounds of a number", () => {
  const chat = talk({ type: "number", min: 1, max: 5, integer: true, retries: 5 });
  for (const text of ["0", "6", "2.5"]) expect(chat.send(text)[0]).toContain("数字");
  expect(chat.send("五")).toEqual(["谢谢"]);
});

test("keeps to the wanted dates", () => {
  const chat = talk({ type: "date", dates: "future" });
  expect(chat.send("昨天")[0]).toContain("日期");
  expect(chat.send("明天")).toEqual(["谢谢"]);
  expect(chat.vars.answer).toBe("2026-03-03");
});

test("takes the part that the author's pattern finds", () => {
  const chat = talk({ type: "pattern", pattern: "SN-(\\d{4})" });
  expect(chat.send("序列号是 sn-1234。")).toEqual(["谢谢"]);
  expect(chat.vars.answer).toBe("1234");
});

test("reads a click as yes or no, and offers both", () => {
  const chat = talk({ type: "yes-no" });
  expect(chat.options.map(({ label }) => label)).toEqual(["是", "否"]);
  chat.click("no");
  expect(chat.vars.answer).toBe(false);
});

test("takes a picture where a file is wanted", () => {
  const chat = talk({ type: "file" });
  expect(chat.send("没有图")[0]).toContain("图片");
  chat.send("", [{ fileId: "f1", name: "a.png", mediaType: "image/png", size: 9 }]);
  expect(chat.vars.answer).toEqual([{ fileId: "f1", name: "a.png", mediaType: "image/png", size: 9 }]);
});

test("lets a question be skipped, by the shipped words or the author's own", () => {
  expect(talk({ skippable: true }).send("跳过。")).toEqual(["跳过了"]);
  expect(talk({ skippable: true, skipWords: ["随便"] }).send("随便")).toEqual(["跳过了"]);
  expect(talk({}).send("跳过")).toEqual(["谢谢"]);
});

test("takes 没有 as a no where yes or no was asked, even when it may be skipped", () => {
  const chat = talk({ type: "yes-no", skippable: true });
  chat.send("没有");
  expect(chat.vars.answer).toBe(false);
});

test("reminds once, then leaves when the whole time is over", () => {
  const chat = talk({ timeoutMs: 10 * MINUTE_MS, reminder: { afterMs: 3 * MINUTE_MS, text: "还在吗？" } });
  expect(chat.advanceTime(3 * MINUTE_MS)).toEqual(["还在吗？"]);
  expect(chat.advanceTime(7 * MINUTE_MS - 1)).toEqual([]);
  expect(chat.advanceTime(1)).toEqual(["下次再聊"]);
});

test("reminds where there is no end to waiting, and still takes the answer", () => {
  const chat = talk({ reminder: { afterMs: MINUTE_MS, text: "还在吗？" } });
  expect(chat.advanceTime(60 * MINUTE_MS)).toEqual(["还在吗？"]);
  expect(chat.send("在的")).toEqual(["谢谢"]);
});

test("takes 8,000 characters and emoji as text, and counts an emoji as one character", () => {
  const long = "长".repeat(8_000);
  const chat = talk({});
  chat.send(long);
  expect(chat.vars.answer).toBe(long);
  expect(talk({ maxChars: 2 }).send("😀😀")).toEqual(["谢谢"]);
  expect(talk({ maxChars: 2 }).send("😀😀😀")[0]).toContain("长度");
});

test("asks again for a message without words", () => {
  expect(talk({}).send("   ")).toHaveLength(1);
  expect(talk({}).send("   ")).not.toEqual(["谢谢"]);
});

test.each([true, false])(
  "leaves to the flow what was no answer, and no way back to it (digression: %s)",
  (allowDigression) => {
    const chat = converse(
      drawBundle({
        nodes: {
          start: { kind: "start" },
          ask: {
            kind: "ask",
            config: { question: "几件？", type: "number", variable: "answer", retries: 0, allowDigression },
          },
          words: {
            kind: "keyword",
            config: { groups: [{ id: "refund", name: "退款", words: ["退款"] }] },
          },
          refund: say("为您退款"),
        },
        wires: ["start.next -> ask", "ask.invalid -> words", "words.refund -> refund"],
        variables: [{ name: "answer", type: "number" }],
      }),
      { registry },
    );
    chat.start();
    expect(chat.send("我要退款")).toEqual(["为您退款"]);
  },
);

test.each([true, false])("adds no way back for a wrong answer (digression: %s)", (allowDigression) => {
  const chat = talk({ type: "number", allowDigression });
  chat.send("很多");
  expect(chat.session.history).toEqual([]);
  expect(chat.send("上一步")).toEqual(["这已经是第一步了。", "请说"]);
});
