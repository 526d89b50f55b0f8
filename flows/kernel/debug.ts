import type { Program } from "./compile-program.ts";
import { deliverHeld } from "./deliver-held.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Effect } from "./protocol.ts";
import { MAIN_FLOW_ID } from "./registry.ts";
import type { Frame, Session } from "./session.ts";
import { beginTurn, cancelTimer, FRESH_TALLY, finishTurn, type Turn } from "./turn.ts";
import { walkOn } from "./walk.ts";

/**
 * What a debugger may do to a talk that it runs. The same interpreter, not a second one: a program with `pauseBefore` stops where
 * that says, and these functions go on from there. Pure, like `advance`.
 *
 * D1. Without `pauseBefore` nothing here is reached: a customer's talk never holds a pause.
 * D2. A talk that is stopped before every node and resumed each time says the same and ends in the same session as one that
 *     never was.
 */

/** Goes on from a pause; returns the session itself when there is none. */
export function resumePaused(program: Program, session: Session): readonly [Session, readonly Effect[]] {
  const { awaiting } = session;
  if (awaiting.type !== "paused") return [session, []];
  const { cause, at, randomState, nodeId } = awaiting;
  const turn = beginTurn(program, session, { type: cause, at, seed: randomState });
  walkOn(turn, { type: "enter", nodeId });
  deliverHeld(turn);
  return finishTurn(turn);
}

export type DebugPlace = { readonly flowId: string; readonly nodeId: string };

type Stamp = { readonly at: number; readonly seed: number };

/**
 * Enters a node, whatever was awaited. The flow's variables stay; a sub-flow that the talk is not in is entered with its defaults,
 * and comes back to a node of the root flow that calls it, if there is one.
 */
export function enterNodeAt(
  program: Program,
  session: Session,
  { flowId, nodeId, at, seed }: DebugPlace & Stamp,
): readonly [Session, readonly Effect[]] {
  // Nobody asked for this, so nobody is owed a word when it leads nowhere.
  const turn = beginTurn(program, session, { type: "conversation-started", at, seed });
  cancelTimer(turn);
  turn.tally = FRESH_TALLY;
  turn.history = [];
  turn.stack = toStack(turn, flowId);
  walkOn(turn, { type: "enter", nodeId });
  deliverHeld(turn);
  return finishTurn(turn);
}

function toStack(turn: Turn, flowId: string): Frame[] {
  const depth = turn.stack.findLastIndex((frame) => frame.flowId === flowId);
  if (depth >= 0) return turn.stack.slice(0, depth + 1);
  const { main, flows } = turn.program;
  const caller = [...main.nodes.values()].find(
    ({ source }) => source.kind === "subflow" && source.config.flowId === flowId,
  );
  const root: Frame = {
    flowId: MAIN_FLOW_ID,
    nodeId: caller?.id ?? main.startId ?? "",
    vars: {},
    loops: {},
  };
  const callee = flows.get(flowId);
  if (callee === undefined || flowId === MAIN_FLOW_ID) return [root];
  return [root, { flowId, nodeId: callee.startId ?? "", vars: callee.defaults, loops: {} }];
}

/** Sets variables of the flow at `depth` (0 is the root flow), as if a node had set them. */
export function editVariables(
  program: Program,
  session: Session,
  { depth, values }: { readonly depth: number; readonly values: JsonObject },
): Session {
  if (depth > 0) {
    const stack = session.stack.map((frame, place) =>
      place === depth ? { ...frame, vars: { ...frame.vars, ...values } } : frame,
    );
    return { ...session, stack };
  }
  const { defaults } = program.main;
  const vars: { [name: string]: Json } = { ...session.vars };
  for (const [name, value] of Object.entries(values)) {
    if (Object.hasOwn(defaults, name) && defaults[name] === value) delete vars[name];
    else vars[name] = value;
  }
  return { ...session, vars };
}
