import type { Program } from "./compile-program.ts";
import type { NodeEvent } from "./executor.ts";
import type { Effect, Event, MessageReceived } from "./protocol.ts";
import { receiveMessage } from "./receive-message.ts";
import type { CustomerMessage, Session } from "./session.ts";
import { enterStart, startSession } from "./start-session.ts";
import { beginTurn, FRESH_TALLY, finishTurn, type Turn } from "./turn.ts";
import { walk } from "./walk.ts";

/** thin first version */
export function advance(
  program: Program,
  session: Session | null,
  event: Event,
): readonly [Session, readonly Effect[]] {
  if (session === null) {
    if (event.type !== "conversation-started") throw new Error("a session begins with conversation-started");
    const turn = beginTurn(program, startSession(program, event), event);
    walk(turn, enterStart(turn));
    return finishTurn(turn);
  }
  const turn = beginTurn(program, session, event);
  return moves(turn, event) ? finishTurn(turn) : [session, []];
}

function moves(turn: Turn, event: Event): boolean {
  const { awaiting } = turn;
  switch (event.type) {
    case "conversation-started":
      return false;
    case "message-received":
      if (awaiting.type === "call" || awaiting.type === "ended") return false;
      turn.tally = FRESH_TALLY;
      receiveMessage(turn, toMessage(event));
      return true;
    case "call-succeeded":
    case "call-failed":
      if (awaiting.type !== "call" || awaiting.callId !== event.callId) return false;
      if (awaiting.queued) turn.tally = FRESH_TALLY;
      return resume(turn, event);
    case "timer-fired":
      if (awaiting.type !== "message" && awaiting.type !== "timer") return false;
      if (awaiting.timerId !== event.timerId) return false;
      turn.tally = FRESH_TALLY;
      return resume(turn, event);
  }
}

function resume(turn: Turn, event: NodeEvent): boolean {
  const { awaiting } = turn;
  walk(turn, { type: "resume", event, state: "state" in awaiting ? awaiting.state : null });
  return true;
}

function toMessage(event: MessageReceived): CustomerMessage {
  return {
    messageId: event.messageId,
    text: event.text,
    choice: event.choice,
    attachments: event.attachments,
  };
}
