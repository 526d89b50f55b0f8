import type { z } from "zod";
import { matchOption } from "../../answers/match-option.ts";
import { parseYesNo } from "../../answers/words.ts";
import type { Executor, NodeContext, NodeEffect, Outcome } from "../../kernel/executor.ts";
import type { CustomerMessage } from "../../kernel/session.ts";
import { type Candidate, parseCandidates } from "../candidate.ts";
import { sayChoices, sayText } from "../say.ts";
import { textOr } from "../text-or.ts";
import type { clarifyNode } from "./definition.ts";
import { clarifyMessages } from "./messages.ts";

type Config = z.output<typeof clarifyNode.config>;

const NONE_WORDS = ["都不是", "不是", "没有", "其他", "none", "none of these", "neither", "other"];

export const clarifyExecutor: Executor<Config> = {
  enter: (config, context) => {
    if (listCandidates(config, context).length === 0) return { type: "leave", port: "none", output: [] };
    return wait(config, [ask(config, context)]);
  },

  resume: (config, event, context) => {
    if (event.type === "message-received") return receive(config, event.message, context);
    return config.timeoutMs === undefined ? wait(config, []) : { type: "leave", port: "timeout" };
  },

  prompt: (config, _state, context) => [ask(config, context)],
};

function receive(config: Config, message: CustomerMessage, context: NodeContext): Outcome {
  const input = message.text;
  const candidates = listCandidates(config, context);
  const options = [
    ...candidates.map(toOption),
    { id: "none", label: noneLabel(config, context), synonyms: NONE_WORDS },
  ];
  const isNod = candidates.length === 1 && parseYesNo(message.text) === true;
  const picked =
    options.find(({ id }) => id === message.choice) ??
    (isNod ? options[0] : matchOption(message.text, options));

  const candidate = candidates[options.findIndex(({ id }) => id === picked?.id)];
  if (candidate !== undefined) return { ...leaveWith(config, candidate), input };
  // Other words than ours may be a new question: nodes that understand still see it.
  const rejected = picked?.id !== "none";
  const digress = config.allowDigression;
  return { type: "leave", port: "none", input, rejected, digress, understood: "miss" };
}

function leaveWith(config: Config, candidate: Candidate): Outcome {
  const id = candidate.type === "faq" ? candidate.entryId : candidate.intentId;
  const set = config.pickedVariable === undefined ? {} : { [config.pickedVariable]: id };
  const hasOwnPort = candidate.type === "intent" && config.intents.some((intent) => intent.id === id);
  const says = candidate.type === "faq" && config.reply;
  return {
    type: "leave",
    port: hasOwnPort ? id : "picked",
    set,
    effects: says ? [sayText(candidate.answer, "faq")] : [],
    output: id,
    understood: "hit",
  };
}

function ask(config: Config, context: NodeContext): NodeEffect {
  const question = textOr(config.question, clarifyMessages[context.locale].defaults.question, context);
  const options = [
    ...listCandidates(config, context).map(toOption),
    { id: "none", label: noneLabel(config, context) },
  ];
  return sayChoices(question, options);
}

function noneLabel(config: Config, context: NodeContext): string {
  return textOr(config.noneLabel, clarifyMessages[context.locale].defaults.noneLabel, context);
}

function toOption(candidate: Candidate, index: number) {
  const label = candidate.type === "faq" ? candidate.question : candidate.label;
  return { id: `candidate-${index + 1}`, label, synonyms: [] };
}

function listCandidates(config: Config, context: NodeContext): readonly Candidate[] {
  return parseCandidates(context.vars[config.source]).slice(0, config.candidatesMax);
}

function wait({ timeoutMs }: Config, effects: readonly NodeEffect[]): Outcome {
  return { type: "listen", state: null, effects, ...(timeoutMs === undefined ? {} : { timeoutMs }) };
}
