import type { NodeContext, NodeEffect } from "../../kernel/executor.ts";
import type { Json } from "../../kernel/json.ts";
import { sayChoices, sayParts } from "../say.ts";
import { textOr } from "../text-or.ts";
import { listChoices, showAnswer } from "./field-answer.ts";
import type { Config, FormState } from "./form-state.ts";
import { formMessages } from "./messages.ts";

/** What the customer reads when this is awaited. `hint` stands in place of the question after a wrong answer. */
export function sayStage(
  config: Config,
  state: FormState,
  {
    vars,
    context,
    hint = "",
  }: { readonly vars: Vars; readonly context: NodeContext; readonly hint?: string },
): NodeEffect {
  switch (state.stage) {
    case "field":
      return sayField(config, state.index, { context, hint });
    case "confirm":
      return sayConfirm(config, vars, context);
    case "which":
      return sayChoices(formMessages[context.locale].defaults.which, listFields(config, context));
  }
}

type Vars = { readonly [name: string]: Json };

/** The fields as options to choose from. */
export function listFields(config: Config, context: NodeContext) {
  return config.fields.map(({ id, label }) => ({ id, label: context.text(label), synonyms: [] }));
}

export function listConfirmOptions(context: NodeContext) {
  const { confirm, change, cancel } = formMessages[context.locale].defaults;
  return [
    {
      id: "submit",
      label: confirm,
      synonyms: ["确认", "提交", "确定", "没问题", "confirm", "submit", "send"],
    },
    { id: "change", label: change, synonyms: ["改", "更正", "改一下", "重填", "change", "edit", "correct"] },
    { id: "cancel", label: cancel, synonyms: ["不提交", "不提交了", "cancel"] },
  ];
}

function sayField(
  config: Config,
  index: number,
  { context, hint }: { readonly context: NodeContext; readonly hint: string },
): NodeEffect {
  const field = config.fields[index];
  if (field === undefined) return sayParts([]);
  const { question, optional } = formMessages[context.locale].defaults;
  // A function, because in a replacement text `$&` of a label would be read as a command.
  const ours = question.replace("{label}", () => context.text(field.label));
  const asked = textOr(field.question, ours, context);
  return sayChoices(hint || (field.required ? asked : asked + optional), listChoices(field, context));
}

function sayConfirm(config: Config, vars: Vars, context: NodeContext): NodeEffect {
  const { confirmTitle } = formMessages[context.locale].defaults;
  return sayParts([
    {
      type: "card",
      title: textOr(config.confirmTitle, confirmTitle, context),
      text: "",
      fields: config.fields.map((field) => ({
        label: context.text(field.label),
        value: showAnswer(field, vars[field.variable], context),
      })),
      imageUrl: null,
      links: [],
    },
    {
      type: "choices",
      options: listConfirmOptions(context).map(({ id, label }) => ({ id, label })),
      multiple: false,
    },
  ]);
}
