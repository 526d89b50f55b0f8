import { applyOutcome } from "./apply-outcome.ts";
import type { CustomerMessage } from "./session.ts";
import { clearTurnVariables } from "./set-variables.ts";
import { enterStart } from "./start-session.ts";
import { cancelTimer, findNode, type Turn, unwindTo } from "./turn.ts";
import { resumeNode, walk } from "./walk.ts";

/** Moves a waiting session by what the customer wrote or clicked. */
export function receiveMessage(turn: Turn, message: CustomerMessage): void {
  const { awaiting } = turn;
  clearTurnVariables(turn);
  turn.message = message;
  turn.answered = false;
  turn.looked = [];

  if (awaiting.type === "message") {
    cancelTimer(turn);
    const node = findNode(turn);
    if (node === null) {
      restart(turn);
      return;
    }
    const event = { type: "message-received", message } as const;
    walk(turn, applyOutcome(turn, node, resumeNode(turn, node, { event, state: awaiting.state })));
  } else {
    restart(turn);
  }
}

function restart(turn: Turn): void {
  unwindTo(turn, turn.program.main.startId ?? "");
  walk(turn, enterStart(turn));
}
