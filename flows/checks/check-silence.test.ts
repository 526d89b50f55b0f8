import { expect, test } from "vitest";
import type { Drawing } from "../kernel/draw-flow.ts";
import { check, message, START } from "./fixtures/say-problems.ts";

const ask = { kind: "ask", config: { question: "想问什么？", variable: "q" } };
const faq = (more: object = {}) => ({ kind: "faq", config: { faqSets: ["s"], ...more } });
const docs = (more: object = {}) => ({ kind: "kb-search", config: { bases: [], ...more } });
const log = { kind: "log-gap" };

const silence = (nodes: Drawing["nodes"], wires: readonly string[]) =>
  check({ nodes: { start: START, ...nodes }, wires, variables: [{ name: "q", type: "text" }] })
    .filter(({ code }) => code.startsWith("silent_"))
    .map(({ code, nodeId, facts, severity }) => [severity, code, nodeId, Object(facts.port).en].join(" "));

const SURE = ["start.next -> ask", "ask.answered -> faq"];

test("a search behind a question does not see the answer, and would wait without a word", () => {
  expect(silence({ ask, faq: faq() }, SURE)).toEqual(["warning silent_after_question ask Answered"]);
  expect(silence({ ask, faq: faq({ prompt: "请说您的问题" }) }, SURE)).toEqual([]);
  const spoken = ["start.next -> ask", "ask.answered -> said", "said.next -> faq"];
  expect(silence({ ask, faq: faq(), said: message("好的") }, spoken)).toEqual([]);
  const logged = ["start.next -> ask", "ask.answered -> log", "log.next -> faq"];
  expect(silence({ ask, faq: faq(), log }, logged)).toEqual(["warning silent_after_question ask Answered"]);
});

test("what did not fit the question is still to be looked at, and a timer is nobody's message", () => {
  const wires = ["start.next -> ask", "ask.invalid -> faq", "ask.timeout -> faq"];
  expect(silence({ ask, faq: faq() }, wires)).toEqual([]);
});

test("back to where the message was looked at already is a circle without a word", () => {
  const wires = ["start.next -> faq", "faq.hit -> faq", "faq.suggest -> faq", "faq.miss -> docs"];
  expect(silence({ faq: faq(), docs: docs() }, wires)).toEqual([
    "warning silent_circle faq Similar questions",
  ]);
  expect(silence({ faq: faq(), docs: docs() }, [...wires, "docs.not-found -> faq"])).toEqual([
    "warning silent_circle docs Not found",
    "warning silent_circle faq Similar questions",
  ]);
});

test("an answer that is only stored has not been said", () => {
  const wires = ["start.next -> faq", "faq.hit -> faq"];
  expect(silence({ faq: faq({ reply: false }) }, wires)).toHaveLength(1);
  expect(silence({ faq: faq() }, wires)).toEqual([]);
});

test("each search on the way looks at the message in its turn", () => {
  const wires = ["start.next -> faq", "faq.miss -> docs", "faq.suggest -> docs", "docs.not-found -> said"];
  expect(
    silence({ faq: faq(), docs: docs(), said: message("我不知道") }, [...wires, "said.next -> faq"]),
  ).toEqual([]);
});
