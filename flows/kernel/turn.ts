import type { CompiledFlow, CompiledNode, Program } from "./compile-program.ts";
import type { NodeEvent } from "./executor.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Effect, Event } from "./protocol.ts";
import type { Awaiting, CustomerMessage, Frame, HistoryPoint, Said, Session, TurnTally } from "./session.ts";

/**
 * The working copy of a session while one event moves it. The only mutable thing in the kernel; it never leaves `advance`,
 * and the session it came from stays as it was.
 */
export type Turn = {
  readonly program: Program;
  readonly base: Session;
  readonly at: number;
  /** The event that is being worked on. */
  readonly cause: Event["type"];
  readonly effects: Effect[];
  vars: JsonObject;
  stack: Frame[];
  awaiting: Awaiting;
  message: CustomerMessage | null;
  answered: boolean;
  looked: readonly string[];
  held: CustomerMessage | null;
  lastSaid: readonly Said[];
  history: readonly HistoryPoint[];
  strikes: number;
  counter: number;
  tally: TurnTally;
  randomState: number;
};

/** What the walk does next. `park` leaves `awaiting` as it was set. */
export type Move =
  | { readonly type: "enter"; readonly nodeId: string }
  | { readonly type: "resume"; readonly event: NodeEvent; readonly state: Json }
  | { readonly type: "park" };

export const PARK: Move = { type: "park" };

export const FRESH_TALLY: TurnTally = {
  visits: 0,
  messages: 0,
  fallbacks: 0,
  escaped: false,
  understood: null,
  strikesBefore: 0,
};

export function beginTurn(
  program: Program,
  session: Session,
  event: Pick<Event, "type" | "at" | "seed">,
): Turn {
  return {
    program,
    base: session,
    at: event.at,
    cause: event.type,
    effects: [],
    vars: { ...program.main.defaults, ...session.vars },
    stack: [...session.stack],
    awaiting: session.awaiting,
    message: session.message,
    answered: session.answered,
    looked: session.looked,
    held: session.held,
    lastSaid: session.lastSaid,
    history: session.history,
    strikes: session.strikes,
    counter: session.counter,
    tally: session.turn,
    randomState: event.seed >>> 0,
  };
}

export function finishTurn(turn: Turn): readonly [Session, readonly Effect[]] {
  const { base } = turn;
  const session: Session = {
    abi: base.abi,
    locale: base.locale,
    channel: base.channel,
    contactId: base.contactId,
    context: base.context,
    vars: listChanged(turn),
    stack: turn.stack,
    awaiting: turn.awaiting,
    message: turn.message,
    answered: turn.answered,
    looked: turn.looked,
    held: turn.held,
    lastSaid: turn.lastSaid,
    history: turn.history,
    strikes: turn.strikes,
    counter: turn.counter,
    turn: turn.tally,
  };
  return [session, turn.effects];
}

/** A session keeps only what differs from the version's defaults: a table that a flow starts with is not written with every turn. */
function listChanged({ vars, program }: Turn): JsonObject {
  const { defaults } = program.main;
  return Object.fromEntries(
    Object.entries(vars).filter(
      ([name, value]) => !Object.hasOwn(defaults, name) || defaults[name] !== value,
    ),
  );
}

export function getFrame(turn: Turn): Frame {
  const frame = turn.stack.at(-1);
  if (frame === undefined) throw new Error("a started session has at least one frame");
  return frame;
}

export function setFrame(turn: Turn, changes: Partial<Frame>): void {
  turn.stack[turn.stack.length - 1] = { ...getFrame(turn), ...changes };
}

export function getFlow(turn: Turn): CompiledFlow {
  const flow = turn.program.flows.get(getFrame(turn).flowId);
  if (flow === undefined) throw new Error("a session runs on the program with which it began");
  return flow;
}

/** The node at which the innermost flow stands; null when the document does not hold it. */
export function findNode(turn: Turn): CompiledNode | null {
  return getFlow(turn).nodes.get(getFrame(turn).nodeId) ?? null;
}

/** Variables as the innermost flow sees them. */
export function getVars(turn: Turn): JsonObject {
  return turn.stack.length <= 1 ? turn.vars : getFrame(turn).vars;
}

export function nextId(turn: Turn, prefix: "c" | "t"): string {
  turn.counter += 1;
  return `${prefix}${turn.counter}`;
}

/** mulberry32: 0 <= x < 1, the same row of numbers for the same event. */
export function drawRandom(turn: Turn): number {
  turn.randomState = (turn.randomState + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(turn.randomState ^ (turn.randomState >>> 15), turn.randomState | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}

export function cancelTimer(turn: Turn): void {
  const { awaiting } = turn;
  const timerId = awaiting.type === "message" || awaiting.type === "timer" ? awaiting.timerId : null;
  if (timerId !== null) turn.effects.push({ type: "cancel-timer", timerId });
}

/** Waits for the customer at the node where the innermost flow stands; its time starts now. */
export function listen(turn: Turn, state: Json, timeoutMs: number | null): void {
  const timerId = timeoutMs === null ? null : nextId(turn, "t");
  if (timerId !== null && timeoutMs !== null) {
    turn.effects.push({ type: "set-timer", timerId, fireAt: turn.at + timeoutMs });
  }
  turn.awaiting = { type: "message", state, timerId, timeoutMs };
}

/** Leaves all sub-flows: the root flow stands at `nodeId`, with its loops forgotten. */
export function unwindTo(turn: Turn, nodeId: string): void {
  const root = turn.stack[0];
  turn.stack = [{ flowId: turn.program.main.id, nodeId: root?.nodeId ?? nodeId, vars: {}, loops: {} }];
  setFrame(turn, { nodeId });
}

/** Nothing is drawn to happen next: the next message starts over, with the message at hand. */
export function goIdle(turn: Turn): Move {
  unwindTo(turn, turn.program.main.startId ?? getFrame(turn).nodeId);
  turn.history = [];
  turn.awaiting = { type: "idle" };
  return PARK;
}
