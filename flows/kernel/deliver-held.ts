import { receiveMessage } from "./receive-message.ts";
import type { Turn } from "./turn.ts";

/** What came while the bot slept is delivered as soon as the customer may speak again. */
export function deliverHeld(turn: Turn): void {
  const { awaiting, held } = turn;
  const mayListen =
    awaiting.type === "message" ||
    awaiting.type === "idle" ||
    (awaiting.type === "timer" && awaiting.interruptible) ||
    (awaiting.type === "ended" && awaiting.keepOpen);
  if (held === null || !mayListen) return;
  turn.held = null;
  receiveMessage(turn, held);
}
