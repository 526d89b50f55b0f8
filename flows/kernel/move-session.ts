import type { CompiledFlow, Program } from "./compile-program.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Event } from "./protocol.ts";
import type { Awaiting, Frame, HistoryPoint, Session } from "./session.ts";
import { FRESH_TALLY } from "./turn.ts";

/** How a talk that began on an older version goes on: where it stands, or from the start with its next message. */
export type MoveMode = "move" | "restart";

export type SessionMove = {
  readonly from: Program;
  readonly to: Program;
  readonly mode: MoveMode;
  /** What is about to be delivered. */
  readonly event: Event["type"];
};

export type MovedSession = {
  readonly session: Session;
  /** Timers of the old place that nobody waits for any more. */
  readonly cancelledTimers: readonly string[];
};

/** No document holds a node of this id, so the kernel takes the flow's fallback there. */
const NOWHERE = "";

/**
 * Carries a session over to another version, between two events; null when it must run this event where it is.
 *
 * M1. What comes out can be advanced with `to`: it never throws there, and the customer is left with a next step.
 * M2. The same node goes on if `to` has it with the same kind; a question that is gone takes the flow's fallback.
 * M3. A result or a timer belongs to the step that asked for it: where that step is gone, it ends on the old version first.
 * M4. Variables that both versions have, with one type, keep what they were set to; new ones have their defaults, others go.
 * M5. Ids of calls and timers go on counting: nothing that is still under way is taken for something new.
 */
export function moveSession(session: Session, move: SessionMove): MovedSession | null {
  const { awaiting } = session;
  if (awaiting.type === "ended" && !awaiting.keepOpen) return null;
  if (move.mode === "restart") return move.event === "message-received" ? restart(session, move) : null;
  const stack = isAtRest(awaiting) ? atStart(move.to) : moveFrames(session.stack, move);
  if (stack !== null) return { session: carry(session, move, { stack, awaiting }), cancelledTimers: [] };
  return move.event === "message-received" ? leavePlace(session, move) : null;
}

function isAtRest(awaiting: Awaiting): boolean {
  return awaiting.type === "idle" || awaiting.type === "ended";
}

function atStart({ main }: Program): readonly Frame[] {
  return [{ flowId: main.id, nodeId: main.startId ?? NOWHERE, vars: {}, loops: {} }];
}

/** Where the customer's place is gone: the fallback answers an open question; a sleep simply ends. */
function leavePlace(session: Session, move: SessionMove): MovedSession | null {
  const { awaiting } = session;
  if (awaiting.type === "message") {
    const stack = [{ flowId: move.to.main.id, nodeId: NOWHERE, vars: {}, loops: {} }];
    return { session: carry(session, move, { stack, awaiting }), cancelledTimers: [] };
  }
  if (awaiting.type !== "timer" || !awaiting.interruptible) return null;
  return {
    session: carry(session, move, { stack: atStart(move.to), awaiting: { type: "idle" } }),
    cancelledTimers: [awaiting.timerId],
  };
}

function restart(session: Session, { from, to }: SessionMove): MovedSession {
  const { awaiting } = session;
  const timerId = awaiting.type === "message" || awaiting.type === "timer" ? awaiting.timerId : null;
  return {
    session: {
      ...session,
      vars: keepVariables(session.vars, {
        from: from.main,
        to: to.main,
        isKept: (name) =>
          from.main.variables.get(name)?.scope === "contact" &&
          to.main.variables.get(name)?.scope === "contact",
      }),
      stack: atStart(to),
      awaiting: { type: "idle" },
      message: null,
      answered: true,
      looked: [],
      lastSaid: [],
      history: [],
      strikes: 0,
      turn: FRESH_TALLY,
    },
    cancelledTimers: timerId === null ? [] : [timerId],
  };
}

type Place = { readonly stack: readonly Frame[]; readonly awaiting: Awaiting };

function carry(session: Session, move: SessionMove, place: Place): Session {
  const { from, to } = move;
  return {
    ...session,
    ...place,
    vars: keepVariables(session.vars, { from: from.main, to: to.main }),
    history: session.history.flatMap((point) => movePoint(point, move)),
  };
}

/** A point of the past to which no way leads any more is forgotten. */
function movePoint(point: HistoryPoint, move: SessionMove): readonly HistoryPoint[] {
  const stack = moveFrames(point.stack, move);
  if (stack === null) return [];
  return [{ ...point, stack, undo: keepVariables(point.undo, { from: move.from.main, to: move.to.main }) }];
}

/** Null as soon as one frame's flow or node is gone, or another kind now: what it remembers would not fit. */
function moveFrames(stack: readonly Frame[], { from, to }: SessionMove): readonly Frame[] | null {
  const moved: Frame[] = [];
  for (const [depth, frame] of stack.entries()) {
    const flows = { from: from.flows.get(frame.flowId), to: to.flows.get(frame.flowId) };
    if (!flows.from || !flows.to || !hasSameNode(frame.nodeId, flows.from, flows.to)) return null;
    moved.push(moveFrame(frame, { from: flows.from, to: flows.to, isRoot: depth === 0 }));
  }
  return moved;
}

type FrameMove = { readonly from: CompiledFlow; readonly to: CompiledFlow; readonly isRoot: boolean };

function moveFrame(frame: Frame, { from, to, isRoot }: FrameMove): Frame {
  const loops = Object.entries(frame.loops).filter(([nodeId]) => hasSameNode(nodeId, from, to));
  return {
    ...frame,
    // A called flow keeps all its variables in its frame; the root flow's are in the session.
    vars: isRoot ? {} : { ...to.defaults, ...keepVariables(frame.vars, { from, to }) },
    loops: Object.fromEntries(loops),
  };
}

function hasSameNode(nodeId: string, from: CompiledFlow, to: CompiledFlow): boolean {
  const kind = to.nodes.get(nodeId)?.source.kind;
  return kind !== undefined && kind === from.nodes.get(nodeId)?.source.kind;
}

type Keeping = {
  readonly from: CompiledFlow;
  readonly to: CompiledFlow;
  isKept?(name: string): boolean;
};

function keepVariables(vars: JsonObject, { from, to, isKept = () => true }: Keeping): JsonObject {
  const kept: { [name: string]: Json } = {};
  for (const [name, value] of Object.entries(vars)) {
    const variable = to.variables.get(name);
    if (variable && variable.type === from.variables.get(name)?.type && isKept(name)) kept[name] = value;
  }
  return kept;
}
