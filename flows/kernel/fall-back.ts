import { renderText } from "./node-context.ts";
import { sayText } from "./say.ts";
import { SHIPPED_TEXTS } from "./shipped-texts.ts";
import { getFrame, goIdle, type Move, type Turn, unwindTo } from "./turn.ts";

/** What made the flow's error path necessary; stored in metrics. */
type FallbackReason =
  | "node_failed"
  | "port_not_wired"
  | "missing_node"
  | "missing_start"
  | "nothing_said"
  | "too_many_visits"
  | "too_many_messages";

/**
 * The flow's error path: an apology, then on at the node that the settings name, or listening from the start. Taken at most once
 * a turn, since an error path that fails itself would apologise for ever; the second time the bot just listens.
 */
export function fallBack(turn: Turn, reason: FallbackReason): Move {
  const { main } = turn.program;
  const { flowId, nodeId } = getFrame(turn);
  const isFirst = turn.tally.fallbacks === 0;
  const isLimit = reason === "too_many_visits" || reason === "too_many_messages";
  turn.tally = {
    ...turn.tally,
    fallbacks: turn.tally.fallbacks + 1,
    escaped: turn.tally.escaped || isLimit,
  };
  turn.effects.push({ type: "record-metric", name: "fallback", facts: { reason, flowId, nodeId } });
  if (!isFirst) return goIdle(turn);

  const { to } = main.settings.fallback;
  unwindTo(turn, main.startId ?? nodeId);
  const own = renderText(turn, main.settings.fallback.text ?? "");
  sayText(turn, nodeId, own.trim() === "" ? SHIPPED_TEXTS[turn.base.locale].apology : own);
  if (to === null || !main.nodes.has(to)) return goIdle(turn);
  turn.history = [];
  return { type: "enter", nodeId: to };
}

/**
 * For a node that waits for the next message though this one got no answer: the bot says that it has none and waits there all the same.
 * Not in the words of the error path, which may promise to start over.
 */
export function sayThatNothingFits(turn: Turn, nodeId: string): void {
  const reason: FallbackReason = "nothing_said";
  const { flowId } = getFrame(turn);
  turn.effects.push({ type: "record-metric", name: "fallback", facts: { reason, flowId, nodeId } });
  sayText(turn, nodeId, SHIPPED_TEXTS[turn.base.locale].noAnswer);
}
