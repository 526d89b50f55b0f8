import { z } from "zod";
import { answerShape } from "../../answers/answer-schema.ts";
import { toAnswerType } from "../../answers/answer-type.ts";
import { findPersonalData } from "../../answers/find-personal-data.ts";
import { defineNode } from "../../kernel/define-node.ts";
import { variableNameSchema } from "../../kernel/flow.ts";
import { textSchema } from "../../kernel/text.ts";
import { checkFilled, duplicateId, missing } from "../config-issue.ts";
import { portIdSchema } from "../port-id.ts";
import { usesPattern, usesTemplate, writesVariable } from "../reference.ts";
import { TIME_ZONE_DEFAULT, timeZoneSchema } from "../time-zone.ts";
import { extractMessages } from "./messages.ts";

const FIELDS_MAX = 20;
const OPTIONS_MAX = 100;
const SYNONYMS_MAX = 50;
const TEXT_MAX_CHARS = 2_000;

/** What can be found in a sentence without a model. `choice` goes by a dictionary of the author's. */
export const EXTRACT_TYPES = ["phone", "email", "order-no", "date", "number", "choice", "pattern"] as const;

export const extractFieldSchema = z.strictObject({
  id: portIdSchema,
  label: textSchema,
  variable: variableNameSchema,
  type: z.enum(EXTRACT_TYPES).default("phone"),
  ...answerShape,
  /** For type `choice`: the variable gets the id of the first option that is named. */
  options: z
    .array(
      z.strictObject({
        id: portIdSchema,
        label: textSchema,
        synonyms: z.array(z.string().min(1).max(100)).max(SYNONYMS_MAX).default([]),
      }),
    )
    .max(OPTIONS_MAX)
    .default([]),
  required: z.boolean().default(true),
});

export type ExtractField = z.infer<typeof extractFieldSchema>;

/** Picks numbers, dates, addresses and words of a dictionary out of what was said, without asking and without a model. */
export const extractNode = defineNode({
  version: 1,
  family: "understand",
  icon: "list-filter",
  mode: "inline",
  config: z.strictObject({
    fields: z.array(extractFieldSchema).max(FIELDS_MAX),
    /** Looked at in place of what the customer just said. */
    text: z.string().max(TEXT_MAX_CHARS).optional(),
    /** What `明天` means depends on where the shop is. */
    timeZone: timeZoneSchema.default(TIME_ZONE_DEFAULT),
  }),
  defaults: () => ({ fields: [] }),
  ports: () => [{ id: "complete" }, { id: "missing" }],
  references: (config) => [
    ...usesTemplate(config.text, "text"),
    ...config.fields.flatMap(({ variable, type, pattern }, at) => [
      ...usesPattern(pattern, `fields[${at}].pattern`),
      ...writesVariable(variable, `fields[${at}].variable`, type === "choice" ? "text" : toAnswerType(type)),
    ]),
  ],
  collects: ({ fields }) =>
    fields.flatMap(({ type, label, variable }, at) => {
      const data = findPersonalData(type, [label]);
      return data === null ? [] : [{ data, variable, path: `fields[${at}].variable` }];
    }),
  check: ({ fields }) => [
    ...(fields.length === 0 ? [missing("fields")] : []),
    ...fields.flatMap((field, at) => checkField(field, `fields[${at}]`)),
    ...fields.flatMap(({ id }, at) =>
      fields.findIndex((other) => other.id === id) < at ? [duplicateId(`fields[${at}].id`, id)] : [],
    ),
  ],
  form: [
    { path: "fields", widget: "form-fields", values: EXTRACT_TYPES, required: true },
    { path: "text", widget: "template", advanced: true },
    { path: "timeZone", widget: "timezone", advanced: true },
  ],
  messages: extractMessages,
});

function checkField({ label, type, pattern, options }: ExtractField, path: string) {
  return [
    ...checkFilled(label, `${path}.label`),
    ...(type === "pattern" && !pattern ? [missing(`${path}.pattern`)] : []),
    ...(type === "choice" && options.length === 0 ? [missing(`${path}.options`)] : []),
    ...options.flatMap(({ id }, at) =>
      options.findIndex((other) => other.id === id) < at
        ? [duplicateId(`${path}.options[${at}].id`, id)]
        : [],
    ),
  ];
}
