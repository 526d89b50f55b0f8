import type { Json } from "#flows/kernel/json.ts";
import { compilePattern } from "#flows/kernel/pattern.ts";
import type { Assertion, FlowTestScript } from "#flows/testing/flow-test.ts";

type Turn = FlowTestScript["turns"][number];

/** Blank things to start from; the editor shows what is still empty. */
export const BLANK_TURN: Turn = { does: { type: "say", text: "" }, expect: [] };

export const BLANK_SCRIPT: FlowTestScript = {
  locale: "zh-CN",
  channel: "web",
  at: null,
  context: {},
  expectStart: [],
  turns: [{ does: { type: "say", text: "" }, expect: [{ type: "reply-contains", text: "" }] }],
};

/** The same expectation as another kind, with as much of it kept as fits. */
export function toKind(assertion: Assertion, type: Assertion["type"]): Assertion {
  const text = "text" in assertion ? assertion.text : "pattern" in assertion ? assertion.pattern : "";
  const place =
    "nodeId" in assertion
      ? { flowId: assertion.flowId, nodeId: assertion.nodeId }
      : { flowId: "main", nodeId: "" };
  switch (type) {
    case "reply-contains":
    case "reply-equals":
    case "reply-not-contains":
      return { type, text };
    case "reply-matches":
      return { type, pattern: text };
    case "node-visited":
      return { type, ...place };
    case "port-taken":
      return { type, ...place, port: "" };
    case "variable-equals":
      return { type, name: "", value: "" };
    case "handed-over":
    case "ended":
      return { type, expected: true };
  }
}

export type DraftProblem = "noName" | "noTurns" | "incomplete" | "badPattern";

/** The first thing that keeps it from being saved. */
export function findDraftProblem(name: string, script: FlowTestScript): DraftProblem | null {
  if (name.trim() === "") return "noName";
  if (script.turns.length === 0 && script.expectStart.length === 0) return "noTurns";
  const assertions = [...script.expectStart, ...script.turns.flatMap(({ expect }) => expect)];
  if (script.turns.some(({ does }) => isDeedEmpty(does)) || assertions.some(isEmpty)) return "incomplete";
  const isBad = assertions.some(
    (assertion) => assertion.type === "reply-matches" && compilePattern(assertion.pattern) === null,
  );
  return isBad ? "badPattern" : null;
}

export const isDeedEmpty = (does: Turn["does"]): boolean =>
  (does.type === "say" && does.text.trim() === "") ||
  (does.type === "choose" && does.option.trim() === "") ||
  (does.type === "wait" && !(does.ms >= 1));

export function isEmpty(assertion: Assertion): boolean {
  switch (assertion.type) {
    case "reply-contains":
    case "reply-equals":
    case "reply-not-contains":
      return assertion.text.trim() === "";
    case "reply-matches":
      return assertion.pattern.trim() === "";
    case "node-visited":
      return assertion.nodeId === "";
    case "port-taken":
      return assertion.nodeId === "" || assertion.port === "";
    case "variable-equals":
      return assertion.name === "";
    case "handed-over":
    case "ended":
      return false;
  }
}

/** Numbers and booleans as such, everything else as text: what people type into one field. */
export function toValue(typed: string): Json {
  const text = typed.trim();
  if (text === "true" || text === "false") return text === "true";
  // An id such as 007 or a phone number is no number.
  return /^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(text) ? Number(text) : typed;
}

export const toTyped = (value: Json): string =>
  typeof value === "string" ? value : value === null ? "" : JSON.stringify(value);
