import { expect, test } from "vitest";
import { findQuestions, type ReadTurn } from "./find-questions.ts";

const TURN: ReadTurn = {
  ...{
    turn: 1,
    at: "2026-11-27T08:00:00Z",
    text: null,
    isChoice: false,
    steps: [],
    understood: null,
    repair: null,
  },
  ...{ isHandedOver: false, isDeadEnd: false, isRatedDown: false },
};

const step = (kind: string, port: string, gap: Partial<ReadTurn["steps"][number]> = {}) => ({
  ...{ kind, port, reason: null, question: null },
  ...gap,
});

const missed = (text: string, rest: Partial<ReadTurn> = {}): Partial<ReadTurn> => ({
  ...{ text, steps: [step("faq", "miss")], understood: { outcome: "miss", kind: "faq" } },
  ...rest,
});

const hit = (text: string, rest: Partial<ReadTurn> = {}): Partial<ReadTurn> => ({
  ...{ text, steps: [step("faq", "hit")], understood: { outcome: "hit", kind: "faq" } },
  ...rest,
});

function find(...turns: readonly Partial<ReadTurn>[]) {
  const talk = { conversationId: "talk", botId: "bot", contactId: "contact" };
  const read = turns.map((turn, at) => ({ ...TURN, turn: at + 1, ...turn }));
  return findQuestions({ ...talk, turns: read }).map(({ text, signals }) => [text, ...signals]);
}

test("what was answered is not put down", () => {
  expect(find(hit("怎么退货"), hit("保修多久"))).toEqual([]);
});

test("greetings, buttons, repairs and answers to a form are no questions", () => {
  expect(
    find(
      missed("在吗"),
      missed("查物流", { isChoice: true }),
      missed("返回上一步", { repair: "back" }),
      { text: "上海市南京路 1 号" },
      missed("13812345678"),
    ),
  ).toEqual([]);
});

test("the last word of a turn decides: what another node answered was answered", () => {
  const steps = [step("intent", "none"), step("faq", "hit")];
  expect(find({ text: "能开发票吗", steps, understood: { outcome: "hit", kind: "faq" } })).toEqual([]);
  const missing = [step("intent", "invoice"), step("kb-search", "not-found")];
  expect(
    find({ text: "能开发票吗", steps: missing, understood: { outcome: "miss", kind: "kb-search" } }),
  ).toEqual([["能开发票吗", "unanswered"]]);
});

test("a port that leads nowhere has answered nobody", () => {
  expect(find({ text: "能开发票吗", isDeadEnd: true })).toEqual([["能开发票吗", "unanswered"]]);
});

test("what an author notes is put down in the author's words, with the reason", () => {
  const gap = step("log-gap", "next", { reason: "wrong-answer", question: "保修期写错了" });
  expect(find({ text: "不对吧", steps: [gap] })).toEqual([["保修期写错了", "thumbs_down"]]);
});

test("suggestions that none was taken of blame the question before, not the click", () => {
  expect(
    find(
      { text: "积分怎么抵现", steps: [step("faq", "suggest")] },
      missed("都不是", {
        steps: [step("clarify", "none")],
        understood: { outcome: "miss", kind: "clarify" },
      }),
    ),
  ).toEqual([["积分怎么抵现", "low_confidence"]]);
});

test("a rating means the question that the answer was to, also after a click in between", () => {
  expect(
    find(
      { text: "积分怎么抵现", steps: [step("faq", "suggest")] },
      { text: "积分规则", isChoice: true, isRatedDown: true },
    ),
  ).toEqual([["积分怎么抵现", "low_confidence", "thumbs_down"]]);
});

test("who wants a person means what they asked last, unless that is long ago", () => {
  const human = { text: "转人工", repair: "human", isHandedOver: true };
  expect(find(hit("保修多久"), human)).toEqual([["保修多久", "handed_over"]]);
  expect(find(human)).toEqual([]);
  expect(find(hit("保修多久"), {}, {}, {}, {}, human)).toEqual([]);
});

test("who asks three times is heard once; who asks it again much later is not", () => {
  const asked = ["定制柜子要等多久", "定制的柜子要等多久", "定制柜子要等多久呢"].map((text) => hit(text));
  expect(find(...asked)).toEqual([["定制柜子要等多久", "re_asked"]]);
  expect(find(hit("定制柜子要等多久"), {}, {}, {}, {}, hit("定制柜子要等多久"))).toEqual([]);
});
