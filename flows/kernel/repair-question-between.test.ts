import { describe, expect, test } from "vitest";
import { talk } from "./fixtures/drawn-form.ts";
import { START } from "./fixtures/drawn-talk.ts";
import type { CallAnswers } from "./simulate-host.ts";

describe("a question in between", () => {
  const calls: CallAnswers = {
    "match-faq": ({ text }) => ({
      outcome: text.includes("运费") ? "sure" : "none",
      candidates: [
        { faqSet: "shop", entryId: "fee", question: "运费", answer: "运费十元。{{ name }}", score: 0.9 },
      ],
      reasons: [],
    }),
  };
  const settings = { repair: { digress: { faqSets: ["shop"] } } };

  test("is answered, word for word, and the open one is asked again as if nothing had happened", () => {
    const chat = talk(settings, calls);
    chat.send("登记");
    chat.send("小林");
    expect(chat.send("运费多少？")).toEqual(["运费十元。{{ name }}", "电话？"]);
    expect(chat.session.awaiting).toMatchObject({ type: "message", state: 0 });
    expect(chat.effects).toContainEqual(expect.objectContaining({ type: "say", origin: "faq" }));
    expect(chat.send("139")).toEqual(["城市？"]);
  });

  test("is asked of knowledge bases too, and the trace names which release of which base answered", () => {
    const baseId = "0198f2a1-7b7e-7c3e-8d7a-3f1f6d1c2b3a";
    const base = { id: baseId, name: "售后", release: 3 };
    const asked: unknown[] = [];
    const chat = talk(
      { repair: { digress: { bases: [baseId] } } },
      {
        "match-faq": (input) => {
          asked.push(input);
          const candidate = {
            faqSet: baseId,
            entryId: "fee",
            question: "运费",
            answer: "十元。",
            score: 0.9,
            base,
          };
          return { outcome: "sure", candidates: [candidate], reasons: [] };
        },
      },
    );
    chat.send("登记");
    chat.send("小林");
    expect(chat.send("运费多少？")).toEqual(["十元。", "电话？"]);
    expect(asked).toEqual([{ faqSets: [], bases: [baseId], text: "运费多少？" }]);
    expect(chat.effects).toContainEqual({
      type: "record-step",
      step: expect.objectContaining({ output: { digression: "fee", base } }),
    });
  });

  test("that nothing answers for sure is left to the node", () => {
    const chat = talk(settings, calls);
    chat.send("登记");
    chat.send("小林");
    expect(chat.send("哈哈")).toEqual(["请输入数字。"]);
    expect(chat.session.awaiting).toMatchObject({ type: "message", state: 1 });
  });

  test.each([
    [true, ["运费十元。{{ name }}"]],
    [false, ["请输入数字。"]],
  ])("is looked up only where the open question lets it: %s", (digress, said) => {
    const effects = [{ type: "say", parts: [{ type: "text", text: "请输入数字。" }], origin: "flow" }];
    const outcome = { type: "listen", state: 0 };
    const chat = talk(settings, calls, {
      nodes: {
        start: START,
        q: { kind: "probe", config: { outcome, resumed: { ...outcome, rejected: true, digress, effects } } },
      },
      wires: ["start.next -> q"],
    });
    expect(chat.send("运费多少？")).toEqual(said);
  });

  test("is not looked up when the search fails, when no set is named, or when it is switched off", () => {
    const broken: CallAnswers = { "match-faq": () => new Error("down") };
    const off = { repair: { digress: { enabled: false, faqSets: ["shop"] } } };
    for (const [setting, answers] of [
      [settings, broken],
      [{}, calls],
      [off, calls],
    ] as const) {
      const chat = talk(setting, answers);
      chat.send("登记");
      chat.send("小林");
      expect(chat.send("运费多少？")).toEqual(["请输入数字。"]);
    }
  });
});
