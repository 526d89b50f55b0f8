import { z } from "zod";
import { readAnswer } from "../../answers/read-answer.ts";
import { isOneOf, SKIP_WORDS } from "../../answers/words.ts";
import type { Executor, NodeContext, NodeEffect, Outcome } from "../../kernel/executor.ts";
import type { CustomerMessage } from "../../kernel/session.ts";
import { sayChoices, sayText } from "../say.ts";
import { textOr } from "../text-or.ts";
import type { askNode } from "./definition.ts";
import { askMessages } from "./messages.ts";

type Config = z.output<typeof askNode.config>;

/** `tries` counts answers that did not fit; `isReminded` that the reminder is behind us (or there is none). */
const stateSchema = z
  .object({ tries: z.number(), isReminded: z.boolean() })
  .catch({ tries: 0, isReminded: true });

type State = z.infer<typeof stateSchema>;

export const askExecutor: Executor<Config> = {
  enter: (config, context) => wait(config, { tries: 0, isReminded: false }, [ask(config, context, "")]),

  resume: (config, event, context) => {
    const state = stateSchema.parse(event.state);
    if (event.type === "message-received") return receive(config, event.message, { state, context });
    if (config.reminder !== undefined && !state.isReminded) {
      const reminder = sayText(context.text(config.reminder.text));
      return wait(config, { ...state, isReminded: true }, [reminder]);
    }
    return config.timeoutMs === undefined ? wait(config, state, []) : { type: "leave", port: "timeout" };
  },

  prompt: (config, _state, context) => [ask(config, context, "")],
};

function receive(
  config: Config,
  message: CustomerMessage,
  { state, context }: { readonly state: State; readonly context: NodeContext },
): Outcome {
  const input = message.text;
  if (config.skippable && isSkip(config, message.text)) return { type: "leave", port: "skipped", input };

  const answer = readAnswer(config, message, { now: context.now, timeZone: config.timeZone });
  if (answer !== null) {
    const set = config.variable === undefined ? {} : { [config.variable]: answer };
    return { type: "leave", port: "answered", set, input, output: answer, understood: "hit" };
  }
  const unfit = { input, rejected: true, digress: config.allowDigression };
  if (state.tries >= config.retries) return { type: "leave", port: "invalid", ...unfit };

  const hint = textOr(config.hint, askMessages[context.locale].defaults[config.type], context);
  const again = ask(config, context, hint);
  return { ...wait(config, { ...state, tries: state.tries + 1 }, [again]), ...unfit };
}

/** "没有" is an answer to a yes-no question, and only elsewhere a way to leave one out. */
function isSkip(config: Config, text: string): boolean {
  if (config.skipWords.length > 0) return isOneOf(text, config.skipWords);
  return config.type === "yes-no"
    ? isOneOf(text, ["跳过", "略过", "skip", "pass"])
    : isOneOf(text, SKIP_WORDS);
}

/** Says `text`, or the question itself when that is empty. */
function ask(config: Config, context: NodeContext, text: string): NodeEffect {
  const said = text || context.text(config.question);
  if (config.type !== "yes-no") return sayText(said);
  const { yes, no } = askMessages[context.locale].defaults;
  return sayChoices(said, [
    { id: "yes", label: yes },
    { id: "no", label: no },
  ]);
}

function wait(
  { reminder, timeoutMs }: Config,
  state: State,
  effects: readonly NodeEffect[],
): Extract<Outcome, { type: "listen" }> {
  const remindsFirst =
    reminder !== undefined && !state.isReminded && (timeoutMs === undefined || reminder.afterMs < timeoutMs);
  const next = { ...state, isReminded: !remindsFirst };
  const spentMs = reminder !== undefined && state.isReminded ? reminder.afterMs : 0;
  const leftMs = timeoutMs === undefined ? undefined : Math.max(timeoutMs - spentMs, 1);
  const waitMs = remindsFirst ? reminder.afterMs : leftMs;
  return { type: "listen", state: next, effects, ...(waitMs === undefined ? {} : { timeoutMs: waitMs }) };
}
