import { matchOption } from "../../answers/match-option.ts";
import { readAnswer } from "../../answers/read-answer.ts";
import { isList, isMap } from "../../kernel/compare-values.ts";
import type { NodeContext } from "../../kernel/executor.ts";
import type { Json } from "../../kernel/json.ts";
import type { CustomerMessage } from "../../kernel/session.ts";
import type { FormField } from "./definition.ts";
import { isFilled } from "./form-state.ts";
import { formMessages } from "./messages.ts";

type Choice = { readonly id: string; readonly label: string; readonly synonyms: readonly string[] };

/** Reads a message as the answer to one field; null when it does not fit. */
export function readField(
  field: FormField,
  message: CustomerMessage,
  { context, timeZone }: { readonly context: NodeContext; readonly timeZone: string },
): Json {
  const { type } = field;
  if (type !== "choice") return readAnswer({ ...field, type }, message, { now: context.now, timeZone });
  const options = listChoices(field, context);
  const picked = options.find(({ id }) => id === message.choice) ?? matchOption(message.text, options);
  return picked?.id ?? null;
}

/** Buttons under the question of a field; empty for fields that are typed. */
export function listChoices(field: FormField, context: NodeContext): readonly Choice[] {
  const { yes, no } = formMessages[context.locale].defaults;
  if (field.type === "yes-no") {
    return [
      { id: "yes", label: yes, synonyms: [] },
      { id: "no", label: no, synonyms: [] },
    ];
  }
  return field.type === "choice"
    ? field.options.map(({ id, label, synonyms }) => ({ id, label: context.text(label), synonyms }))
    : [];
}

/** An answer as the confirm card shows it. */
export function showAnswer(field: FormField, value: Json | undefined, context: NodeContext): string {
  const { yes, no, skipped } = formMessages[context.locale].defaults;
  if (value === undefined || !isFilled(value)) return skipped;
  if (typeof value === "boolean") return value ? yes : no;
  if (field.type === "choice") {
    return listChoices(field, context).find(({ id }) => id === value)?.label ?? String(value);
  }
  if (value !== null && isList(value)) return value.map(nameOf).join("、");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function nameOf(value: Json): string {
  const name = isMap(value) ? value.name : value;
  return typeof name === "string" ? name : JSON.stringify(value);
}
