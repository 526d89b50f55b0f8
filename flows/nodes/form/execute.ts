import { isDoubtfulPick } from "../../answers/is-doubtful-pick.ts";
import { matchOption, matchOptionStrictly } from "../../answers/match-option.ts";
import { CANCEL_WORDS, isOneOf, parseYesNo, SKIP_WORDS } from "../../answers/words.ts";
import type { Executor, NodeContext, NodeEffect, Outcome } from "../../kernel/executor.ts";
import type { Json } from "../../kernel/json.ts";
import type { CustomerMessage } from "../../kernel/session.ts";
import { sayText } from "../say.ts";
import { textOr } from "../text-or.ts";
import type { FormField } from "./definition.ts";
import { listChoices, readField } from "./field-answer.ts";
import { type Config, type FormState, findNext, parseState } from "./form-state.ts";
import { formMessages } from "./messages.ts";
import { listConfirmOptions, listFields, sayStage } from "./say-form.ts";

/** What one answer is judged with. */
type Round = { readonly config: Config; readonly message: CustomerMessage; readonly context: NodeContext };

/** On to the next field, or out of the form. */
type Going = Extract<Outcome, { type: "listen" | "leave" }>;

type FieldState = Extract<FormState, { stage: "field" }>;

export const formExecutor: Executor<Config> = {
  enter: (config, context) => {
    const next = findNext(config, context.vars);
    if (next === null) return { type: "leave", port: "submitted" };
    const intro = sayText(context.text(config.intro ?? ""));
    return wait(config, next, [intro, sayStage(config, next, { vars: context.vars, context })]);
  },

  resume: (config, event, context) => {
    const state = parseState(event.state);
    if (event.type !== "message-received") {
      return config.timeoutMs === undefined ? wait(config, state, []) : { type: "leave", port: "timeout" };
    }
    const round = { config, message: event.message, context };
    return { ...receive(state, round), input: event.message.text };
  },

  prompt: (config, state, context) => [sayStage(config, parseState(state), { vars: context.vars, context })],

  correct: (config, { state, value, message }, context) => {
    if (parseState(state).stage === "field") return null;
    return { ...askWhich(value, { config, message, context }), input: message.text };
  },
};

function receive(state: FormState, round: Round): Outcome {
  const { config, message } = round;
  const cancels = config.cancelWords.length > 0 ? config.cancelWords : CANCEL_WORDS;
  if (message.choice === "cancel" || isOneOf(message.text, cancels)) {
    return { type: "leave", port: "cancelled", output: "asked" };
  }
  switch (state.stage) {
    case "field":
      return receiveField(state, round);
    case "confirm":
      return receiveConfirm(round);
    case "which": {
      const index = findFieldIndex(round);
      return index < 0 ? askAgain(state, round) : changeField(index, state.value, round);
    }
  }
}

function receiveField(state: FieldState, round: Round): Outcome {
  const { config, message, context } = round;
  const field = config.fields[state.index];
  if (field === undefined) return goOn(state, {}, round);
  if (!field.required && isOneOf(message.text, SKIP_WORDS))
    return goOn(state, { [field.variable]: null }, round);

  const answer = readField(field, message, { context, timeZone: config.timeZone });
  if (answer !== null) {
    const taken = goOn(state, { [field.variable]: answer }, round);
    const isDoubtful = config.allowDigression && isDoubtfulPick(message, listChoices(field, context));
    return isDoubtful ? { ...taken, doubtful: true } : taken;
  }
  if (state.tries >= config.retries) {
    if (!field.required) return goOn(state, { [field.variable]: null }, round);
    const sorry = sayText(formMessages[context.locale].defaults.tooMany);
    return {
      type: "leave",
      port: "cancelled",
      effects: [sorry],
      output: "too-many-tries",
      ...toUnfit(config),
    };
  }
  const next = { ...state, tries: state.tries + 1 };
  const hint = toHint(field, context);
  const again = sayStage(config, next, { vars: context.vars, context, hint });
  return { ...wait(config, next, [again]), ...toUnfit(config) };
}

/** Every answer is stored at once, so that nothing is lost when the customer stops half-way. */
function goOn(state: FieldState, set: { readonly [name: string]: Json }, round: Round): Going {
  const { config, context } = round;
  const vars = { ...context.vars, ...set };
  const after = state.isChange ? config.fields.length : state.index;
  const next = findNext(config, vars, after);
  if (next === null) return { type: "leave", port: "submitted", set, understood: "hit" };
  return { ...wait(config, next, [sayStage(config, next, { vars, context })]), set, understood: "hit" };
}

function receiveConfirm(round: Round): Outcome {
  const { message, context } = round;
  const options = listConfirmOptions(context);
  const exact = options.find(({ id }) => id === message.choice) ?? matchOptionStrictly(message.text, options);
  const nod = parseYesNo(message.text);
  if (exact?.id === "submit" || (exact === null && nod === true)) return submit();

  // "电话不对" names what to change, and is more than a no.
  const index = exact === null ? findFieldIndex(round) : -1;
  if (index >= 0) return correctField(index, round);
  const picked = exact ?? (nod === false ? options[1] : matchOption(message.text, options));
  if (picked?.id === "submit") return submit();
  if (picked?.id === "cancel") return { type: "leave", port: "cancelled", output: "asked" };
  return picked?.id === "change" ? askWhich(null, round) : askAgain({ stage: "confirm" }, round);
}

function submit(): Outcome {
  return { type: "leave", port: "submitted", understood: "hit" };
}

/** `电话改成13900139000` brings the new value along; `电话不对` does not. */
function correctField(index: number, round: Round): Outcome {
  const value = /(?:改成|改为|换成|应该是|应为|是|\bto\b|:|：)\s*(?<value>.+)$/su.exec(round.message.text)
    ?.groups?.value;
  return changeField(index, value ?? null, round);
}

/** Takes `text` as the new answer when it is one; else asks for it. */
function changeField(index: number, text: string | null, round: Round): Outcome {
  const { config, message, context } = round;
  const field = config.fields[index];
  if (field === undefined || text === null) return askField(index, round);
  const answer = readField(field, { ...message, text, choice: null }, { context, timeZone: config.timeZone });
  const state: FieldState = { stage: "field", index, tries: 0, isChange: true };
  return answer === null ? askField(index, round) : goOn(state, { [field.variable]: answer }, round);
}

function askField(index: number, { config, context }: Round): Outcome {
  const next: FormState = { stage: "field", index, tries: 0, isChange: true };
  return wait(config, next, [sayStage(config, next, { vars: context.vars, context })]);
}

/** At the end of a form nothing is thrown away for a word that was not understood: the buttons stay until one is used. */
function askAgain(state: FormState, { config, context }: Round): Outcome {
  const stage = sayStage(config, state, { vars: context.vars, context });
  const hint = state.stage === "confirm" ? [sayText(formMessages[context.locale].defaults.confirmHint)] : [];
  return { ...wait(config, state, [...hint, stage]), ...toUnfit(config) };
}

function askWhich(value: string | null, { config, context }: Round): Outcome {
  const state: FormState = { stage: "which", value };
  return wait(config, state, [sayStage(config, state, { vars: context.vars, context })]);
}

function toUnfit({ allowDigression }: Config) {
  return { rejected: true, digress: allowDigression };
}

function findFieldIndex({ config, message, context }: Round): number {
  const fields = listFields(config, context);
  const picked = fields.find(({ id }) => id === message.choice) ?? matchOption(message.text, fields);
  return fields.findIndex(({ id }) => id === picked?.id);
}

function toHint(field: FormField, context: NodeContext): string {
  return textOr(field.hint, formMessages[context.locale].defaults[field.type], context);
}

function wait(
  { timeoutMs }: Config,
  state: FormState,
  effects: readonly NodeEffect[],
): Extract<Outcome, { type: "listen" }> {
  return { type: "listen", state, effects, ...(timeoutMs === undefined ? {} : { timeoutMs }) };
}
