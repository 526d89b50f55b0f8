import type { z } from "zod";
import { findKeyword } from "../../answers/find-keyword.ts";
import { normalise } from "../../answers/normalise.ts";
import type { Executor, NodeContext, Outcome } from "../../kernel/executor.ts";
import { sayText } from "../say.ts";
import type { keywordNode } from "./definition.ts";

type Config = z.output<typeof keywordNode.config>;

export const keywordExecutor: Executor<Config> = {
  enter: (config, context) => {
    if (context.message !== null) return look(config, context.message.text);
    return listen(config, context);
  },

  resume: (config, event, context) =>
    event.type === "message-received" ? look(config, event.message.text) : listen(config, context),
};

function look(config: Config, text: string): Outcome {
  const said = normalise(text);
  for (const group of config.groups) {
    const word = findKeyword(said, group);
    if (word === null) continue;
    const set = config.variable === undefined ? {} : { [config.variable]: word };
    return { type: "leave", port: group.id, set, input: text, output: word, understood: "hit" };
  }
  return { type: "leave", port: "else", input: text, understood: "miss" };
}

function listen(config: Config, context: NodeContext): Outcome {
  return { type: "listen", state: null, effects: [sayText(context.text(config.prompt ?? ""))] };
}
