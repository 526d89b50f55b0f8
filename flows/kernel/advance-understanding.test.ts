import { describe, expect, test } from "vitest";
import type { Drawing } from "./draw-flow.ts";
import { START, say, talk } from "./fixtures/drawn-talk.ts";
import { SHIPPED_TEXTS } from "./shipped-texts.ts";
import type { CallAnswers } from "./simulate-host.ts";

describe("I8: understanding nodes look at an unanswered message once each", () => {
  const faqCalls: CallAnswers = {
    "match-faq": ({ text }) => ({
      outcome: text.includes("运费") ? "sure" : "none",
      candidates: [],
      reasons: [],
    }),
  };

  test("the second sees what the first did not understand; a third round waits for a new message", () => {
    const { chat } = talk(
      {
        nodes: {
          start: START,
          heed: { kind: "heed", config: { words: ["退货"] } },
          faq: { kind: "faq", config: { faqSets: ["a"] } },
        },
        wires: ["start.next -> heed", "heed.else -> faq", "faq.miss -> heed", "faq.hit -> heed"],
      },
      { calls: faqCalls },
    );
    expect(chat.send("运费多少")).toEqual(["答案"]);
    expect(chat.session.awaiting).toMatchObject({ type: "message" });
    chat.send("哈哈哈");
    expect(chat.path.slice(-5)).toEqual(["heed", "heed.else", "faq", "faq.miss", "heed"]);
  });

  test("strikes count turns that nothing understood, one each, until something is understood", () => {
    const { chat } = talk(
      {
        nodes: {
          start: START,
          heed: { kind: "heed", config: { words: ["退货"] } },
          faq: { kind: "faq", config: { faqSets: ["a"] } },
          sorry: say("没听懂。"),
        },
        wires: [
          "start.next -> heed",
          "heed.else -> faq",
          "faq.miss -> sorry",
          "faq.hit -> heed",
          "heed.退货 -> sorry",
          "sorry.next -> heed",
        ],
      },
      { calls: faqCalls },
    );
    chat.send("哈");
    chat.send("哈哈");
    expect(chat.session.strikes).toBe(2);
    chat.send("运费");
    expect(chat.session.strikes).toBe(0);
  });

  test("a sure intent whose answer is missing is a strike all the same", () => {
    const { chat } = talk(
      {
        nodes: {
          start: START,
          heed: { kind: "heed", config: { words: ["问"] } },
          faq: { kind: "faq", config: { faqSets: ["a"] } },
          sorry: say("没听懂。"),
        },
        wires: [
          "start.next -> heed",
          "heed.问 -> faq",
          "heed.else -> sorry",
          "faq.miss -> sorry",
          "faq.hit -> heed",
          "sorry.next -> heed",
        ],
      },
      { calls: faqCalls },
    );
    for (const strikes of [1, 2, 3]) {
      chat.send("问");
      expect(chat.session.strikes).toBe(strikes);
    }
  });

  test("a session keeps no variable that is still as the version has it", () => {
    const { chat } = talk({
      nodes: { start: START, heed: { kind: "heed", config: { words: ["a"] } } },
      wires: ["start.next -> heed", "heed.else -> heed", "heed.a -> heed"],
      variables: [{ name: "table", type: "list", default: [{ id: 1 }] }],
    });
    chat.send("x");
    expect(chat.session.vars).toEqual({});
    expect(chat.vars).toEqual({ table: [{ id: 1 }] });
  });

  test("a message that answered a question is not looked at again; one that a question could not take is", () => {
    const drawing = (digits: boolean): Drawing => ({
      nodes: {
        start: START,
        order: {
          kind: "probe",
          config: {
            outcome: { type: "listen", state: null },
            resumed: digits
              ? { type: "leave", port: "next", understood: "miss" }
              : { type: "leave", port: "next" },
          },
        },
        heed: { kind: "heed", config: { words: ["退货"] } },
        hit: say("命中"),
      },
      wires: ["start.next -> order", "order.next -> heed", "heed.退货 -> hit"],
    });
    expect(talk(drawing(true)).chat.send("退货")).toEqual(["命中"]);
    const { chat } = talk(drawing(false));
    expect(chat.send("退货")).toEqual([SHIPPED_TEXTS["zh-CN"].noAnswer]);
    expect(chat.session.awaiting).toMatchObject({ type: "message" });
  });

  test("a circle back to a node that has looked at the message says that there is no answer, and listens there (I7)", () => {
    const { chat } = talk({
      nodes: {
        start: START,
        greet: say("您好"),
        heed: { kind: "heed", config: { words: ["退货"] } },
        hit: say("命中"),
      },
      wires: ["start.next -> greet", "greet.next -> heed", "heed.退货 -> hit", "heed.else -> heed"],
    });
    expect(chat.send("运费")).toEqual([SHIPPED_TEXTS["zh-CN"].noAnswer]);
    expect(chat.send("退货")).toEqual(["命中"]);
  });
});
