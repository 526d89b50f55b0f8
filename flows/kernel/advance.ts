import { endDigression } from "./answer-question.ts";
import type { Program } from "./compile-program.ts";
import { deliverHeld } from "./deliver-held.ts";
import type { CallFailed, CallSucceeded, Effect, Event, MessageReceived, TimerFired } from "./protocol.ts";
import { receiveMessage } from "./receive-message.ts";
import type { CustomerMessage, Session } from "./session.ts";
import { enterStart, startSession } from "./start-session.ts";
import { beginTurn, FRESH_TALLY, finishTurn, type Turn } from "./turn.ts";
import { walk } from "./walk.ts";

/**
 * Moves one conversation on by one event. Pure: no I/O, no clock, no randomness; the session that comes in stays as it was.
 *
 * I1. Only what is awaited moves the session: a result with the awaited call id, a timer with the awaited timer id, a message
 *     while no call is awaited. Anything else returns the session itself and no effects. The host keeps messages that arrive
 *     during a call and delivers them afterwards.
 * I2. Effects are returned in the order in which the customer must see them.
 * I3. A session is plain JSON: stored, loaded and advanced it gives the same as if it had never left memory.
 * I4. The same program, session and event give the same result. Ids of calls and timers are counted, never drawn.
 * I5. It ends: at most 200 visits, 20 messages and 8 sub-flows deep a turn (one inbound event and the inline results that
 *     follow it), then the flow's error path, which is taken once a turn.
 * I6. It does not throw, whatever the document holds: what cannot run takes its error path.
 * I7. The customer is never left without a next step: after each turn something is awaited that the customer, a timer or a
 *     call can bring; and a message that got no answer gets the flow's fallback text, or, where the bot just waits for the
 *     next one, a word that there is none.
 * I8. A message is looked at once by each understanding node, and by none once it is answered. A message that comes while the
 *     bot sleeps is kept and delivered at the next wait.
 * I9. A person can be asked for whenever the customer can speak, also in forms and in sleeps.
 *
 * After the end: `awaiting` is `ended`, and messages are ignored; with `keepOpen` the next one starts a new run at the start
 * node, in the same conversation with the same variables. The host tells the two apart by `awaiting.keepOpen`.
 */
export function advance(
  program: Program,
  session: Session | null,
  event: Event,
): readonly [Session, readonly Effect[]] {
  if (session === null) {
    if (event.type !== "conversation-started") throw new Error(`a session cannot begin with ${event.type}`);
    const turn = beginTurn(program, startSession(program, event), event);
    walk(turn, enterStart(turn));
    return finishTurn(turn);
  }
  const turn = beginTurn(program, session, event);
  if (!move(turn, event)) return [session, []];
  deliverHeld(turn);
  return finishTurn(turn);
}

/** False when the event is not what is awaited (I1). */
function move(turn: Turn, event: Event): boolean {
  switch (event.type) {
    case "conversation-started":
      return false;
    case "message-received":
      return moveByMessage(turn, event);
    case "call-succeeded":
    case "call-failed":
      return moveByResult(turn, event);
    case "timer-fired":
      return moveByTimer(turn, event);
  }
}

function moveByMessage(turn: Turn, event: MessageReceived): boolean {
  const { awaiting } = turn;
  if (awaiting.type === "call" || awaiting.type === "paused") return false;
  if (awaiting.type === "ended" && !awaiting.keepOpen) return false;
  turn.tally = FRESH_TALLY;
  const { messageId, text, choice, attachments } = event;
  receiveMessage(turn, { messageId, text, choice, attachments } satisfies CustomerMessage);
  return true;
}

function moveByResult(turn: Turn, event: CallSucceeded | CallFailed): boolean {
  const { awaiting } = turn;
  if (awaiting.type !== "call" || awaiting.callId !== event.callId) return false;
  // The result of a job opens a turn of its own; an inline one belongs to the turn that asked for it.
  if (awaiting.queued) turn.tally = FRESH_TALLY;
  if (awaiting.purpose === "digression") endDigression(turn, awaiting, event);
  else walk(turn, { type: "resume", event, state: awaiting.state });
  return true;
}

function moveByTimer(turn: Turn, event: TimerFired): boolean {
  const { awaiting } = turn;
  if (awaiting.type !== "message" && awaiting.type !== "timer") return false;
  if (awaiting.timerId !== event.timerId) return false;
  turn.tally = FRESH_TALLY;
  walk(turn, { type: "resume", event, state: awaiting.state });
  return true;
}
