import type { CompiledFlow, CompiledNode } from "./compile-program.ts";
import type { Outcome } from "./executor.ts";
import { fallBack, sayThatNothingFits } from "./fall-back.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Step } from "./protocol.ts";
import { recordStep, type StepFacts } from "./record-step.ts";
import { ERROR_PORT } from "./registry.ts";
import { applyEffects } from "./say.ts";
import { setVariables } from "./set-variables.ts";
import {
  getFlow,
  getFrame,
  getVars,
  goIdle,
  listen,
  type Move,
  nextId,
  PARK,
  setFrame,
  type Turn,
} from "./turn.ts";
import { SUBFLOW_DEPTH_MAX } from "./turn-limits.ts";

const INLINE_TIMEOUT_MS = 50;
const QUEUED_TIMEOUT_MS = 30_000;
const NO_RETRY = { max: 0, backoffMs: 1_000 };

/** Turns what a node wants into changes of the session and says where the walk goes next. */
export function applyOutcome(turn: Turn, node: CompiledNode, outcome: Outcome): Move {
  if (outcome.type === "fail") return applyFailure(turn, node, outcome);
  const refusal = refuseSubflow(turn, outcome) ?? set(turn, outcome);
  if (refusal !== null) return applyFailure(turn, node, refusal);

  if (outcome.understood !== undefined) countUnderstanding(turn, node, outcome.understood);
  if (outcome.loop !== undefined) keepLoop(turn, node.id, outcome.loop);
  const isWithinLimit = applyEffects(turn, node.id, outcome.effects ?? []);
  recordStep(turn, node, toStepFacts(outcome));
  return isWithinLimit ? move(turn, node, outcome) : fallBack(turn, "too_many_messages");
}

type Failure = Outcome & { readonly type: "fail" };

function refuseSubflow(turn: Turn, outcome: Outcome): Failure | null {
  if (outcome.type !== "enter-subflow") return null;
  const message = outcome.flowId;
  if (!findCallee(turn, message)) return { type: "fail", code: "missing_subflow", message };
  return turn.stack.length > SUBFLOW_DEPTH_MAX ? { type: "fail", code: "subflow_too_deep", message } : null;
}

/** Sets what the outcome brings, or nothing at all. */
function set(turn: Turn, outcome: Outcome): Failure | null {
  const refusal = outcome.set === undefined ? null : setVariables(turn, outcome.set);
  if (refusal === null) return null;
  return { type: "fail", code: refusal, message: Object.keys(outcome.set ?? {}).join(", ") };
}

type Successful = Exclude<Outcome, { type: "fail" }>;

const WAITS: { readonly [Type in Successful["type"]]: Step["waits"] } = {
  leave: null,
  listen: "message",
  call: "call",
  sleep: "timer",
  "enter-subflow": null,
  jump: null,
  end: null,
};

function move(turn: Turn, node: CompiledNode, outcome: Successful): Move {
  switch (outcome.type) {
    case "leave":
      return followPort(turn, node, outcome.port);
    case "listen":
      if (isOwedAWord(turn) && !hasBeenTold(turn)) sayThatNothingFits(turn, node.id);
      listen(turn, outcome.state, outcome.timeoutMs ?? null);
      return PARK;
    case "call":
      return startCall(turn, node, outcome);
    case "sleep":
      return startSleep(turn, outcome);
    case "enter-subflow":
      return enterSubflow(turn, outcome);
    case "jump":
      return getFlow(turn).nodes.has(outcome.nodeId)
        ? { type: "enter", nodeId: outcome.nodeId }
        : fallBack(turn, "missing_node");
    case "end":
      return endFlow(turn, outcome);
  }
}

/** Follows the wire. Where none is drawn, a sub-flow is done, and in the root flow the customer must not be left without a word. */
export function followPort(turn: Turn, node: CompiledNode, port: string): Move {
  const to = node.edges.get(port);
  if (to !== undefined) {
    return getFlow(turn).nodes.has(to) ? { type: "enter", nodeId: to } : fallBack(turn, "missing_node");
  }
  if (turn.stack.length > 1) return returnToCaller(turn, "done");
  return isOwedAWord(turn) ? fallBack(turn, "port_not_wired") : goIdle(turn);
}

/** Once something was said this turn, silence is no dead end; and nobody waits for an answer to a timer, or who has not said anything yet. */
function isOwedAWord(turn: Turn): boolean {
  if (turn.tally.messages > 0 || turn.message === null) return false;
  return turn.cause !== "timer-fired" || !turn.answered;
}

/** Before a job began whose result opened this turn. */
function hasBeenTold({ base }: Turn): boolean {
  return base.awaiting.type === "call" && base.awaiting.queued && base.turn.messages > 0;
}

function applyFailure(turn: Turn, node: CompiledNode, outcome: Failure): Move {
  const { onError } = node.source;
  const facts: StepFacts = {
    input: outcome.input ?? null,
    output: onError.mode === "value" ? onError.value : (outcome.output ?? null),
    error: { code: outcome.code, message: outcome.message },
  };
  const port = onError.mode === "port" ? ERROR_PORT : onError.mode === "value" ? node.firstPort : null;
  recordStep(turn, node, { ...facts, port });
  if (port === null) return fallBack(turn, "node_failed");

  const only = node.writes.length === 1 ? node.writes[0] : undefined;
  if (onError.mode === "value" && only !== undefined) setVariables(turn, { [only]: onError.value });
  if (onError.mode === "port" && !node.edges.has(ERROR_PORT) && turn.stack.length <= 1) {
    return fallBack(turn, "node_failed");
  }
  return followPort(turn, node, port);
}

function startCall(turn: Turn, node: CompiledNode, outcome: Outcome & { type: "call" }): Move {
  const callId = nextId(turn, "c");
  const isQueued = outcome.request.mode === "queued";
  turn.effects.push({
    type: "call",
    callId,
    nodeId: node.id,
    request: outcome.request,
    timeoutMs:
      outcome.timeoutMs ?? node.source.timeoutMs ?? (isQueued ? QUEUED_TIMEOUT_MS : INLINE_TIMEOUT_MS),
    retry: node.source.retry ?? NO_RETRY,
  });
  turn.awaiting = { type: "call", callId, queued: isQueued, state: outcome.state, purpose: "node" };
  return PARK;
}

function startSleep(turn: Turn, outcome: Outcome & { type: "sleep" }): Move {
  const timerId = nextId(turn, "t");
  turn.effects.push({ type: "set-timer", timerId, fireAt: outcome.untilMs });
  turn.awaiting = { type: "timer", timerId, state: outcome.state, interruptible: outcome.interruptible };
  return PARK;
}

function enterSubflow(turn: Turn, outcome: Outcome & { type: "enter-subflow" }): Move {
  const callee = findCallee(turn, outcome.flowId);
  if (callee === null) return fallBack(turn, "missing_start");
  const shared: { [name: string]: Json } = {};
  for (const [name, variable] of callee.variables) {
    if (variable.scope === "contact" && Object.hasOwn(turn.vars, name))
      shared[name] = turn.vars[name] ?? null;
  }
  const vars: JsonObject = { ...callee.defaults, ...shared, ...outcome.vars };
  turn.stack.push({ flowId: callee.id, nodeId: callee.startId, vars, loops: {} });
  return { type: "enter", nodeId: callee.startId };
}

/** A flow that can be called: one with a start. */
function findCallee(turn: Turn, flowId: string): (CompiledFlow & { readonly startId: string }) | null {
  const callee = turn.program.flows.get(flowId);
  return callee?.startId == null ? null : { ...callee, startId: callee.startId };
}

function endFlow(turn: Turn, outcome: Outcome & { type: "end" }): Move {
  if (turn.stack.length > 1) return returnToCaller(turn, outcome.resolution);
  turn.effects.push({
    type: "end-conversation",
    resolution: outcome.resolution,
    askRating: outcome.askRating,
  });
  turn.history = [];
  turn.awaiting = { type: "ended", keepOpen: outcome.keepOpen };
  return PARK;
}

function returnToCaller(turn: Turn, resolution: string): Move {
  const vars = getVars(turn);
  turn.stack.pop();
  return { type: "resume", event: { type: "subflow-ended", resolution, vars }, state: null };
}

/** A turn adds one strike at most, however many nodes missed; its last word decides: an intent may be sure and the answer still missing. */
function countUnderstanding(turn: Turn, node: CompiledNode, outcome: "hit" | "miss"): void {
  const { tally } = turn;
  const strikesBefore = tally.understood === null ? turn.strikes : tally.strikesBefore;
  turn.strikes = outcome === "hit" ? 0 : strikesBefore + 1;
  turn.tally = { ...tally, understood: outcome, strikesBefore };
  turn.effects.push({
    type: "record-metric",
    name: "understood",
    facts: { outcome, kind: node.source.kind, flowId: getFrame(turn).flowId, nodeId: node.id },
  });
}

function keepLoop(turn: Turn, nodeId: string, memory: Json): void {
  const { [nodeId]: _, ...others } = getFrame(turn).loops;
  setFrame(turn, { loops: memory === null ? others : { ...others, [nodeId]: memory } });
}

function toStepFacts(outcome: Successful): StepFacts {
  return {
    port: outcome.type === "leave" ? outcome.port : null,
    waits: WAITS[outcome.type],
    input: outcome.input ?? null,
    output: outcome.output ?? null,
  };
}
