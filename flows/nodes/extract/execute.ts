import type { z } from "zod";
import { findKeyword } from "../../answers/find-keyword.ts";
import { findPersonalDatums } from "../../answers/mask-personal-data.ts";
import { normalise } from "../../answers/normalise.ts";
import { readAnswer } from "../../answers/read-answer.ts";
import type { Executor, NodeContext } from "../../kernel/executor.ts";
import type { Json, JsonObject } from "../../kernel/json.ts";
import { findText } from "../looked-at.ts";
import type { ExtractField, extractNode } from "./definition.ts";

type Config = z.output<typeof extractNode.config>;

export const extractExecutor: Executor<Config> = {
  enter: (config, context) => {
    const text = findText(config.text, context);
    const set: Record<string, Json> = {};
    for (const field of config.fields) {
      const value = text === null ? null : read(field, text, { context, timeZone: config.timeZone });
      if (value !== null) set[field.variable] = value;
    }
    const missing = config.fields.filter(
      ({ required, variable }) => required && !isKnown(variable, set, context),
    );
    return {
      type: "leave",
      port: missing.length === 0 ? "complete" : "missing",
      input: text,
      output: { found: Object.keys(set), missing: missing.map(({ variable }) => variable) },
      set,
    };
  },
};

function read(
  field: ExtractField,
  text: string,
  { context, timeZone }: { readonly context: NodeContext; readonly timeZone: string },
): Json {
  const { type } = field;
  if (type === "choice") return findOption(field, text, context);
  const message = { text: toReadable(type, text), choice: null, attachments: [] };
  return readAnswer({ ...field, type }, message, { now: context.now, timeZone });
}

/** A phone number beside an order number is no second order, nor the other way round. */
function toReadable(type: ExtractField["type"], text: string): string {
  const datums = findPersonalDatums(text);
  if (type === "phone") {
    const phones = datums.filter((datum) => datum.type === "mobile" || datum.type === "landline");
    const [only] = phones;
    return only !== undefined && phones.length === 1 ? text.slice(only.start, only.end) : text;
  }
  if (type !== "order-no" && type !== "number") return text;
  return datums.reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);
}

/** The option that is named; the longest name wins, so that 真丝连衣裙 is not taken for 连衣裙. */
function findOption({ options }: ExtractField, text: string, context: NodeContext): string | null {
  const said = normalise(text);
  const named = options.flatMap(({ id, label, synonyms }) => {
    const words = [context.text(label), ...synonyms].sort((a, b) => b.length - a.length);
    const word = findKeyword(said, { words, patterns: [], match: "contains", except: [] });
    return word === null ? [] : [{ id, length: word.length }];
  });
  return named.reduce<{ id: string | null; length: number }>(
    (best, found) => (found.length > best.length ? found : best),
    { id: null, length: 0 },
  ).id;
}

/** What was known before counts: a customer does not say everything twice. */
function isKnown(variable: string, set: JsonObject, { vars }: NodeContext): boolean {
  const value = set[variable] ?? vars[variable] ?? null;
  return value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
}
