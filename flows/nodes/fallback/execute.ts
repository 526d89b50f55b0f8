import type { z } from "zod";
import type { Executor, NodeContext } from "../../kernel/executor.ts";
import { sayText } from "../say.ts";
import { textOr } from "../text-or.ts";
import type { fallbackNode } from "./definition.ts";
import { fallbackMessages } from "./messages.ts";

type Config = z.output<typeof fallbackNode.config>;

export const fallbackExecutor: Executor<Config> = {
  enter: (config, context) => {
    // The node that did not understand has counted this turn already; where none did, this is the first time.
    const strike = Math.max(context.strikes, 1);
    if (strike >= config.escalateAfter) {
      const text = context.text(config.escalateText ?? "");
      return {
        type: "leave",
        port: "escalate",
        effects: [sayText(text)],
        output: strike,
        understood: "miss",
      };
    }
    const text = pickText(config, strike, context);
    return { type: "leave", port: "retry", effects: [sayText(text)], output: strike, understood: "miss" };
  },
};

/** The text of this strike, the last one when there are fewer; an author's blank falls back to ours, since silence is no answer. */
function pickText(config: Config, strike: number, context: NodeContext): string {
  const { first, again } = fallbackMessages[context.locale].defaults;
  const own = config.texts[Math.min(strike, config.texts.length) - 1];
  return textOr(own, strike === 1 ? first : again, context);
}
