import { applyOutcome, followPort } from "./apply-outcome.ts";
import type { CompiledNode } from "./compile-program.ts";
import type { Correction, NodeEvent, Outcome } from "./executor.ts";
import { ExpressionError } from "./expression-error.ts";
import { fallBack } from "./fall-back.ts";
import type { Json } from "./json.ts";
import { toNodeContext } from "./node-context.ts";
import { recordStep } from "./record-step.ts";
import { countVisit } from "./say.ts";
import { findNode, getFrame, getVars, type Move, setFrame, type Turn } from "./turn.ts";

/** Goes from node to node until something is awaited. Bounded: each step counts as a visit of this turn. */
export function walk(turn: Turn, first: Move): void {
  let move = first;
  while (move.type !== "park") {
    if (turn.program.pauseBefore !== undefined && pauseBefore(turn, move)) return;
    move = countVisit(turn) ? step(turn, move) : fallBack(turn, "too_many_visits");
  }
}

/** As `walk`, but a debugger does not stop it where it stands already. */
export function walkOn(turn: Turn, first: Exclude<Move, { type: "park" }>): void {
  walk(turn, countVisit(turn) ? step(turn, first) : fallBack(turn, "too_many_visits"));
}

/** Parks the walk when the debugger wants it. Only on the way into a node: what comes back to a waiting one is not held up. */
function pauseBefore(turn: Turn, move: Exclude<Move, { type: "park" }>): boolean {
  if (move.type !== "enter") return false;
  const { flowId } = getFrame(turn);
  const place = { flowId, nodeId: move.nodeId, depth: turn.stack.length - 1, vars: getVars(turn) };
  if (turn.program.pauseBefore?.(place) !== true) return false;
  const { cause, at, randomState } = turn;
  turn.awaiting = { type: "paused", nodeId: move.nodeId, cause, at, randomState };
  return true;
}

function step(turn: Turn, move: Exclude<Move, { type: "park" }>): Move {
  if (move.type === "enter") setFrame(turn, { nodeId: move.nodeId });
  const node = findNode(turn);
  if (node === null) return fallBack(turn, "missing_node");

  if (move.type === "enter" && node.source.disabled === true) {
    recordStep(turn, node, { port: node.firstPort });
    return followPort(turn, node, node.firstPort);
  }
  const outcome = move.type === "enter" ? enterNode(turn, node) : resumeNode(turn, node, move);
  return applyOutcome(turn, node, outcome);
}

function enterNode(turn: Turn, node: CompiledNode): Outcome {
  return attempt(node, ({ executor, config }) => {
    const context = toNodeContext(turn, node);
    if (context.message !== null) markLooked(turn, node);
    return executor.enter(config, context);
  });
}

/** Gives a waiting node what it waited for; never throws. */
export function resumeNode(
  turn: Turn,
  node: CompiledNode,
  { event, state }: { readonly event: NodeEvent; readonly state: Json },
): Outcome {
  return attempt(node, ({ executor, config }) => {
    if (executor.resume === undefined) {
      return { type: "fail", code: "cannot_resume", message: event.type };
    }
    if (event.type === "message-received") markLooked(turn, node);
    return executor.resume(config, { ...event, state }, toNodeContext(turn, node));
  });
}

/** The node's own way to correct what the customer said before, or null; never throws. */
export function correctNode(turn: Turn, node: CompiledNode, correction: Correction): Outcome | null {
  return attempt(
    node,
    ({ executor, config }) => executor.correct?.(config, correction, toNodeContext(turn, node)) ?? null,
  );
}

/** Understanding nodes look at each message once, or a loop through them would match the same words for ever. */
function markLooked(turn: Turn, node: CompiledNode): void {
  if (node.isUnderstanding && !turn.looked.includes(node.key)) turn.looked = [...turn.looked, node.key];
}

function attempt<Found extends Outcome | null>(
  node: CompiledNode,
  run: (runnable: NonNullable<CompiledNode["runnable"]>) => Found,
): Found | Outcome {
  if (node.runnable === null) {
    return { type: "fail", code: node.problem ?? "unknown_kind", message: node.source.kind };
  }
  try {
    return run(node.runnable);
  } catch (error) {
    // Whatever a kind throws is its failure, not the conversation's: the customer must get on.
    return error instanceof ExpressionError
      ? { type: "fail", code: `expression_${error.code}`, message: error.message }
      : { type: "fail", code: "node_threw", message: error instanceof Error ? error.message : String(error) };
  }
}
