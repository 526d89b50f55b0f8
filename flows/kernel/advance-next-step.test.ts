import { describe, expect, test } from "vitest";
import type { Drawing } from "./draw-flow.ts";
import { APOLOGY, ask, START, say, talk } from "./fixtures/drawn-talk.ts";

describe("I7: the customer is never left without a next step", () => {
  test("a path that ends without a word gets the fallback, in the customer's language", () => {
    const drawing: Drawing = {
      nodes: { start: START, heed: { kind: "heed", config: {} } },
      wires: ["start.next -> heed"],
    };
    expect(talk(drawing).chat.send("你好")).toEqual([APOLOGY]);
    expect(talk(drawing, { locale: "en" }).chat.send("hello")[0]).toMatch(/^Sorry, something went wrong/);
  });

  test("a path that ends after an answer just listens", () => {
    const { chat } = talk({
      nodes: { start: START, heed: { kind: "heed", config: { words: ["退货"] } }, tell: say("七天内可退。") },
      wires: ["start.next -> heed", "heed.退货 -> tell"],
    });
    expect(chat.send("怎么退货")).toEqual(["七天内可退。"]);
    expect(chat.session.awaiting).toEqual({ type: "idle" });
  });

  test("the next message after that starts over with the message at hand, without the opening", () => {
    const { chat, opening } = talk({
      nodes: {
        start: { kind: "start", config: { opening: "您好！" } },
        heed: { kind: "heed", config: { words: ["退货"] } },
        tell: say("七天内可退。"),
      },
      wires: ["start.next -> heed", "heed.退货 -> tell"],
    });
    expect(opening).toEqual(["您好！"]);
    chat.send("怎么退货");
    expect(chat.send("退货运费谁出")).toEqual(["七天内可退。"]);
  });

  test("a question's answer that leads nowhere still gets a word", () => {
    const { chat } = talk({
      nodes: { start: START, name: ask("姓名？", "name") },
      wires: ["start.next -> name"],
      variables: [{ name: "name", type: "text" }],
    });
    expect(chat.send("小林")).toEqual([APOLOGY]);
  });

  test("a timer that leads nowhere stays silent: nobody has asked anything", () => {
    const { chat } = talk({
      nodes: { start: START, name: ask("姓名？", "name", { timeoutMs: 1_000 }) },
      wires: ["start.next -> name"],
      variables: [{ name: "name", type: "text" }],
    });
    expect(chat.advanceTime(1_000)).toEqual([]);
    expect(chat.session.awaiting).toEqual({ type: "idle" });
  });

  test("an empty message is no message", () => {
    const { chat, opening } = talk({
      nodes: { start: START, a: say("{{ nothing }}"), b: say("好") },
      wires: ["start.next -> a", "a.next -> b"],
      variables: [{ name: "nothing", type: "text" }],
    });
    expect(opening).toEqual(["好"]);
    expect(chat.effects.filter(({ type }) => type === "say")).toHaveLength(1);
  });
});
