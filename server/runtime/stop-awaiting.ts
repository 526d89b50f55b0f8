import type { Session } from "../../flows/kernel/session.ts";
import type { UnstampedEvent } from "./take-turn.ts";

/**
 * The session after a step or timer that was not run through the flow (a person owned the talk, or it crashed too often): what it
 * waited for will not come again, so it listens. Anything else leaves it as it was, an open question above all.
 */
export function stopAwaiting(session: Session | null, event: UnstampedEvent): Session | null {
  return session !== null && isAwaited(session, event) ? { ...session, awaiting: { type: "idle" } } : session;
}

/** No turn moves it any more, whatever comes. */
export function endSession(session: Session | null): Session | null {
  return session && { ...session, awaiting: { type: "ended", keepOpen: false } };
}

function isAwaited({ awaiting }: Session, event: UnstampedEvent): boolean {
  switch (event.type) {
    case "call-succeeded":
    case "call-failed":
      return awaiting.type === "call" && awaiting.callId === event.callId;
    case "timer-fired":
      return (awaiting.type === "message" || awaiting.type === "timer") && awaiting.timerId === event.timerId;
    default:
      return false;
  }
}
