import { applyOutcome } from "./apply-outcome.ts";
import { isMap } from "./compare-values.ts";
import type { CompiledNode } from "./compile-program.ts";
import type { Outcome } from "./executor.ts";
import { fallBack } from "./fall-back.ts";
import type { Json } from "./json.ts";
import { toNodeContext } from "./node-context.ts";
import type { CallFailed, CallSucceeded } from "./protocol.ts";
import { recordStep } from "./record-step.ts";
import { applyEffects, countVisit, say } from "./say.ts";
import type { Awaiting, CustomerMessage, HistoryPoint } from "./session.ts";
import { findNode, listen, type Move, nextId, PARK, type Turn } from "./turn.ts";
import { correctNode, resumeNode, walk } from "./walk.ts";

/** How far "go back" reaches. */
const HISTORY_MAX = 10;
const DIGRESSION_TIMEOUT_MS = 50;

/** What a node waits for, as it must be restored when something comes in between. */
export type OpenQuestion = { readonly state: Json; readonly timeoutMs: number | null };

type Digression = Extract<Awaiting, { purpose: "digression" }>;

/** Gives a message to the node that waits for it. What does not fit, or may ask something, is first looked up as a question of its own. */
export function answerQuestion(turn: Turn, message: CustomerMessage, question: OpenQuestion): void {
  const node = findNode(turn);
  if (node === null) {
    walk(turn, fallBack(turn, "missing_node"));
    return;
  }
  if (!countVisit(turn)) {
    walk(turn, fallBack(turn, "too_many_visits"));
    return;
  }
  const event = { type: "message-received", message } as const;
  const outcome = resumeNode(turn, node, { event, state: question.state });
  if (mayDigress(outcome) && canDigress(turn, outcome, message))
    park(turn, node, { outcome, question, message });
  else settle(turn, node, { outcome, question });
}

/** Lets the node that asks correct what it was told before; false when it has no way of its own to do so. */
export function correctAtNode(
  turn: Turn,
  value: string | null,
  { message, question }: { readonly message: CustomerMessage; readonly question: OpenQuestion },
): boolean {
  const node = findNode(turn);
  const outcome = node && correctNode(turn, node, { state: question.state, value, message });
  if (node === null || outcome === null) return false;
  settle(turn, node, { outcome, question });
  return true;
}

/** Answers the question in between and asks the open one again; when the sets do not know it for sure, the node decides. */
export function endDigression(turn: Turn, digression: Digression, event: CallSucceeded | CallFailed): void {
  const node = findNode(turn);
  if (node === null) {
    walk(turn, fallBack(turn, "missing_node"));
    return;
  }
  const answer = event.type === "call-succeeded" ? findSureAnswer(event.value) : null;
  if (answer === null) {
    settle(turn, node, { outcome: digression.parked, question: digression });
    return;
  }
  recordStep(turn, node, {
    waits: "message",
    input: turn.message?.text ?? null,
    output: { digression: answer.entryId, ...(answer.base === null ? {} : { base: answer.base }) },
  });
  turn.effects.push({ type: "record-metric", name: "digression", facts: answer.facts });
  turn.strikes = 0;
  turn.tally = { ...turn.tally, understood: "hit" };
  say(turn, node.id, { type: "say", parts: [{ type: "text", text: answer.text }], origin: "faq" });
  walk(turn, askAgain(turn, node, digression));
}

/** Says the open question once more and waits for it anew. */
export function askAgain(turn: Turn, node: CompiledNode, question: OpenQuestion): Move {
  const prompt = promptOf(turn, node, question.state);
  if (!applyEffects(turn, node.id, prompt)) return fallBack(turn, "too_many_messages");
  listen(turn, question.state, question.timeoutMs);
  return PARK;
}

function promptOf(turn: Turn, node: CompiledNode, state: Json) {
  const { runnable } = node;
  try {
    return runnable?.executor.prompt?.(runnable.config, state, toNodeContext(turn, node)) ?? [];
  } catch {
    // A question that cannot be repeated is still open; losing the words is better than losing the place.
    return [];
  }
}

type Digressing = Extract<Outcome, { type: "listen" | "leave" }>;

function isRejected(outcome: Outcome): boolean {
  return (outcome.type === "listen" || outcome.type === "leave") && outcome.rejected === true;
}

function mayDigress(outcome: Outcome): outcome is Digressing {
  return isRejected(outcome) || ("doubtful" in outcome && outcome.doubtful === true);
}

function canDigress(turn: Turn, { digress }: Digressing, message: CustomerMessage): boolean {
  const { enabled, faqSets, bases = [] } = turn.program.main.settings.repair.digress;
  if (digress === false) return false;
  return (
    enabled && faqSets.length + bases.length > 0 && message.choice === null && message.text.trim() !== ""
  );
}

function park(
  turn: Turn,
  node: CompiledNode,
  { outcome, question, message }: { outcome: Outcome; question: OpenQuestion; message: CustomerMessage },
): void {
  const callId = nextId(turn, "c");
  const { faqSets, bases = [] } = turn.program.main.settings.repair.digress;
  const input = { faqSets, ...(bases.length === 0 ? {} : { bases }), text: message.text };
  turn.effects.push({
    type: "call",
    callId,
    nodeId: node.id,
    request: { mode: "inline", name: "match-faq", input },
    timeoutMs: DIGRESSION_TIMEOUT_MS,
    retry: { max: 0, backoffMs: 1_000 },
  });
  turn.awaiting = {
    type: "call",
    callId,
    queued: false,
    purpose: "digression",
    state: question.state,
    timeoutMs: question.timeoutMs,
    parked: outcome,
  };
}

/** The node's own outcome. An answer that fits is remembered, so that the customer can come back to the question. */
function settle(
  turn: Turn,
  node: CompiledNode,
  { outcome, question }: { readonly outcome: Outcome; readonly question: OpenQuestion },
): void {
  const fits = outcome.type !== "fail" && !isRejected(outcome) && outcome.understood !== "miss";
  if (fits && node.isQuestion) {
    const point: HistoryPoint = {
      stack: [...turn.stack],
      state: question.state,
      timeoutMs: question.timeoutMs,
      undo: {},
    };
    turn.history = [...turn.history.slice(1 - HISTORY_MAX), point];
  }
  if (fits && !node.isUnderstanding) turn.answered = true;
  walk(turn, applyOutcome(turn, node, outcome));
}

type SureAnswer = {
  readonly text: string;
  readonly entryId: string;
  readonly facts: { readonly faqSet: string; readonly entryId: string };
  readonly base: Json;
};

/** The host promises the shape of `match-faq`; a replayed log from an older release may still hold another. */
function findSureAnswer(value: Json): SureAnswer | null {
  const result = toRecord(value);
  const candidates = result?.candidates;
  const best = Array.isArray(candidates) ? toRecord(candidates[0] ?? null) : null;
  if (result?.outcome !== "sure" || best === null) return null;
  const { answer, entryId, faqSet } = best;
  if (typeof answer !== "string" || typeof entryId !== "string" || typeof faqSet !== "string") return null;
  return { text: answer, entryId, facts: { faqSet, entryId }, base: best.base ?? null };
}

function toRecord(value: Json): { readonly [key: string]: Json | undefined } | null {
  return isMap(value) ? value : null;
}
