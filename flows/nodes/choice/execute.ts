import { z } from "zod";
import { isDoubtfulPick } from "../../answers/is-doubtful-pick.ts";
import type { Executor, NodeContext, NodeEffect, Outcome } from "../../kernel/executor.ts";
import type { CustomerMessage } from "../../kernel/session.ts";
import { sayChoices } from "../say.ts";
import { textOr } from "../text-or.ts";
import type { choiceNode } from "./definition.ts";
import { listOptions, type Option } from "./list-options.ts";
import { choiceMessages } from "./messages.ts";
import { pickOptions } from "./pick-options.ts";

type Config = z.output<typeof choiceNode.config>;

const stateSchema = z.object({ tries: z.number() }).catch({ tries: 0 });

export const choiceExecutor: Executor<Config> = {
  enter: (config, context) => {
    // With nothing to choose from, a question would have no answer.
    if (listOptions(config, context).length === 0) return { type: "leave", port: "other", output: [] };
    return wait(config, 0, [ask(config, context, "")]);
  },

  resume: (config, event, context) => {
    const { tries } = stateSchema.parse(event.state);
    if (event.type === "message-received") return receive(config, event.message, { tries, context });
    return config.timeoutMs === undefined ? wait(config, tries, []) : { type: "leave", port: "timeout" };
  },

  prompt: (config, _state, context) => [ask(config, context, "")],
};

function receive(
  config: Config,
  message: CustomerMessage,
  { tries, context }: { readonly tries: number; readonly context: NodeContext },
): Outcome {
  const input = message.text;
  const options = listOptions(config, context);
  const picked = pickOptions(message, options, config);
  if (picked.length > 0) {
    const doubtful = config.allowDigression && isDoubtfulPick(message, options);
    return { ...leaveWith(config, picked), input, ...(doubtful ? { doubtful } : {}) };
  }

  const unfit = { input, rejected: true, digress: config.allowDigression };
  if (tries >= config.retries) return { type: "leave", port: "other", ...unfit, understood: "miss" };
  const hint = textOr(config.hint, choiceMessages[context.locale].defaults.hint, context);
  const again = ask(config, context, hint);
  return { ...wait(config, tries + 1, [again]), ...unfit };
}

function leaveWith(config: Config, picked: readonly Option[]): Extract<Outcome, { type: "leave" }> {
  const values = picked.map(({ value }) => value);
  const output = config.multiple ? values : (values[0] ?? null);
  const port = config.source === "list" || config.multiple ? "picked" : (picked[0]?.id ?? "other");
  const set = config.variable === undefined ? {} : { [config.variable]: output };
  return { type: "leave", port, set, output, understood: "hit" };
}

/** Says `text`, or the question itself when that is empty, with the options. */
function ask(config: Config, context: NodeContext, text: string): NodeEffect {
  const options = listOptions(config, context);
  const lines = [text || context.text(config.question)];
  if (config.display === "numbers") lines.push(...options.map(({ label }, i) => `${i + 1}. ${label}`));
  if (config.multiple) lines.push(choiceMessages[context.locale].defaults.several);
  return sayChoices(lines.join("\n"), options, config.multiple);
}

function wait({ timeoutMs }: Config, tries: number, effects: readonly NodeEffect[]) {
  return {
    type: "listen" as const,
    state: { tries },
    effects,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  };
}
