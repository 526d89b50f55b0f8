import { answerQuestion } from "./answer-question.ts";
import { findRepair } from "./find-repair.ts";
import { applyRepair } from "./repair.ts";
import type { CustomerMessage } from "./session.ts";
import { clearTurnVariables } from "./set-variables.ts";
import { enterStart } from "./start-session.ts";
import { toPlainWords } from "./to-plain-words.ts";
import { cancelTimer, findNode, type Turn, unwindTo } from "./turn.ts";
import { walk } from "./walk.ts";

/** Moves a waiting session by what the customer wrote or clicked. */
export function receiveMessage(turn: Turn, message: CustomerMessage): void {
  const isOption = isOffered(turn, message);
  const repair = isOption ? null : findRepair(message.text, turn.program.main.settings.repair);
  const { awaiting } = turn;
  if (awaiting.type === "timer" && !awaiting.interruptible && repair?.type !== "human") {
    turn.held = turn.held === null ? message : mergeMessages(turn.held, message);
    return;
  }
  clearTurnVariables(turn);
  turn.message = message;
  turn.answered = false;
  turn.looked = [];

  if (repair !== null && applyRepair(turn, repair, message)) return;
  pass(turn, message);
}

function pass(turn: Turn, message: CustomerMessage): void {
  const { awaiting } = turn;
  cancelTimer(turn);
  if (awaiting.type === "message") {
    answerQuestion(turn, message, { state: awaiting.state, timeoutMs: awaiting.timeoutMs });
  } else if (awaiting.type === "timer") {
    walk(turn, { type: "resume", event: { type: "message-received", message }, state: awaiting.state });
  } else {
    unwindTo(turn, turn.program.main.startId ?? "");
    turn.history = [];
    if (awaiting.type === "ended") turn.strikes = 0;
    walk(turn, enterStart(turn));
  }
}

/**
 * A click on, or the very words of, an option of the open question: it means that option, even when it reads "cancel". Suggestions
 * under a greeting are no options: nobody waits for them, and "转人工" among them is the request that it says.
 */
function isOffered(turn: Turn, message: CustomerMessage): boolean {
  if (turn.awaiting.type !== "message" || findNode(turn)?.isQuestion !== true) return false;
  const options = turn.lastSaid.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.type === "choices" ? part.options : [])),
  );
  if (options.length === 0) return false;
  if (message.choice !== null) return options.some(({ id }) => id === message.choice);
  const words = toPlainWords(message.text);
  return options.some(({ label }) => toPlainWords(label) === words);
}

/** Two messages that came while the bot slept are read as one, in the order in which they were written. */
function mergeMessages(first: CustomerMessage, second: CustomerMessage): CustomerMessage {
  return {
    messageId: second.messageId,
    text: `${first.text}\n${second.text}`,
    choice: second.choice,
    attachments: [...first.attachments, ...second.attachments],
  };
}
