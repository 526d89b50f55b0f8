import { answerQuestion, askAgain, correctAtNode, type OpenQuestion } from "./answer-question.ts";
import { followPort } from "./apply-outcome.ts";
import type { CompiledNode } from "./compile-program.ts";
import type { Repair } from "./find-repair.ts";
import { renderText } from "./node-context.ts";
import { recordStep } from "./record-step.ts";
import { say, sayText } from "./say.ts";
import type { CustomerMessage, HistoryPoint } from "./session.ts";
import { rememberForContact } from "./set-variables.ts";
import { SHIPPED_TEXTS } from "./shipped-texts.ts";
import type { Text } from "./text.ts";
import { cancelTimer, findNode, getFrame, goIdle, listen, type Turn, unwindTo } from "./turn.ts";
import { walk } from "./walk.ts";

const CANCELLED_PORT = "cancelled";

/** What a repair works on. `question` is null while nothing is asked: idle, asleep, or listening for anything at all. */
type Place = {
  readonly message: CustomerMessage;
  readonly node: CompiledNode | null;
  readonly open: OpenQuestion | null;
};

/** Does what the customer wants of the talk; false when there is nothing to repair here and the flow should see the message. */
export function applyRepair(turn: Turn, repair: Repair, message: CustomerMessage): boolean {
  const { awaiting } = turn;
  const place: Place = {
    message,
    node: findNode(turn),
    open: awaiting.type === "message" ? { state: awaiting.state, timeoutMs: awaiting.timeoutMs } : null,
  };
  if (!canApply(turn, repair, place)) return false;

  turn.effects.push({
    type: "record-metric",
    name: "repair",
    facts: { type: repair.type, nodeId: getFrame(turn).nodeId },
  });
  turn.answered = true;
  if (repair.type === "human") callHuman(turn, place);
  else {
    cancelTimer(turn);
    if (repair.type === "cancel") cancel(turn, place);
    else if (repair.type === "repeat") repeat(turn, place);
    else if (repair.type === "back") goBack(turn, place);
    else correct(turn, repair.value, place);
  }
  return true;
}

function canApply(turn: Turn, repair: Repair, { node, open }: Place): boolean {
  const isAsked = open !== null && node?.isQuestion === true;
  switch (repair.type) {
    case "human":
      return true;
    case "repeat":
      return open !== null && turn.lastSaid.length > 0;
    case "cancel":
      return isAsked;
    case "back":
      return isAsked || (open !== null && turn.history.length > 0);
    case "correct":
      // With a value it must be an answer to something; to a bot that listens for anything it is just a sentence.
      return isAsked || (repair.value === null && open !== null && turn.history.length > 0);
  }
}

/** On to the node that the settings name. Without one the bot says so: it must never promise a person who will not come. */
function callHuman(turn: Turn, { node, open }: Place): void {
  const { to, text } = turn.program.main.settings.repair.human;
  const nodeId = getFrame(turn).nodeId;
  if (to !== null && turn.program.main.nodes.has(to)) {
    cancelTimer(turn);
    unwindTo(turn, to);
    turn.history = [];
    sayText(turn, nodeId, renderText(turn, text ?? ""));
    walk(turn, { type: "enter", nodeId: to });
    return;
  }
  sayOwnOr(turn, text, SHIPPED_TEXTS[turn.base.locale].noHuman);
  if (open !== null && node !== null) {
    cancelTimer(turn);
    walk(turn, askAgain(turn, node, open));
  } else if (turn.awaiting.type === "ended") goIdle(turn);
}

function cancel(turn: Turn, { node, message }: Place): void {
  const { to, text } = turn.program.main.settings.repair.cancel;
  const texts = SHIPPED_TEXTS[turn.base.locale];
  const target = to !== null && turn.program.main.nodes.has(to) ? to : null;
  turn.history = [];
  // The author has drawn what happens when this very question is called off.
  if (node?.edges.has(CANCELLED_PORT) === true) {
    recordStep(turn, node, { port: CANCELLED_PORT, input: message.text });
    walk(turn, followPort(turn, node, CANCELLED_PORT));
    return;
  }
  if (target === null) {
    sayOwnOr(turn, text, `${texts.cancelled}${turn.base.locale === "en" ? " " : ""}${texts.whatElse}`);
    goIdle(turn);
    return;
  }
  sayOwnOr(turn, text, texts.cancelled);
  unwindTo(turn, target);
  walk(turn, { type: "enter", nodeId: target });
}

function repeat(turn: Turn, { open }: Place): void {
  const { nodeId } = getFrame(turn);
  for (const said of [...turn.lastSaid]) say(turn, nodeId, { type: "say", ...said });
  if (open !== null) listen(turn, open.state, open.timeoutMs);
}

function goBack(turn: Turn, place: Place): void {
  const texts = SHIPPED_TEXTS[turn.base.locale];
  const point = restore(turn);
  sayText(turn, getFrame(turn).nodeId, point === null ? texts.atFirstStep : texts.wentBack);
  ask(turn, point ?? place.open);
}

/**
 * Where the open question has its own way, that; else back to the question before: a value that came along answers it at once.
 * Before the first answer it means the open question.
 */
function correct(turn: Turn, value: string | null, place: Place): void {
  const { message: from, open } = place;
  if (open !== null && correctAtNode(turn, value, { message: from, question: open })) return;
  const point = restore(turn) ?? place.open;
  if (point === null) return;
  if (value !== null) {
    const message: CustomerMessage = { ...place.message, text: value, choice: null };
    turn.message = message;
    turn.answered = false;
    answerQuestion(turn, message, point);
    return;
  }
  sayText(turn, getFrame(turn).nodeId, SHIPPED_TEXTS[turn.base.locale].tellAgain);
  ask(turn, point);
}

function ask(turn: Turn, question: OpenQuestion | null): void {
  const node = findNode(turn);
  if (node === null || question === null) goIdle(turn);
  else walk(turn, askAgain(turn, node, question));
}

/** Stands again where the last answer was given, with the variables of then. */
function restore(turn: Turn): HistoryPoint | null {
  const point = turn.history.at(-1);
  if (point === undefined) return null;
  turn.stack = [...point.stack];
  turn.history = turn.history.slice(0, -1);
  if (Object.keys(point.undo).length > 0) {
    turn.vars = { ...turn.vars, ...point.undo };
    rememberForContact(turn, point.undo);
  }
  return point;
}

function sayOwnOr(turn: Turn, own: Text | undefined, shipped: string): void {
  const text = renderText(turn, own ?? "");
  sayText(turn, getFrame(turn).nodeId, text.trim() === "" ? shipped : text);
}
