import { z } from "zod";
import { ANSWER_TYPES, answerShape } from "../../answers/answer-schema.ts";
import { toAnswerType } from "../../answers/answer-type.ts";
import { findPersonalData } from "../../answers/find-personal-data.ts";
import { defineNode } from "../../kernel/define-node.ts";
import { variableNameSchema } from "../../kernel/flow.ts";
import { textSchema } from "../../kernel/text.ts";
import { checkFilled, duplicateId, missing } from "../config-issue.ts";
import { waitMsSchema } from "../duration.ts";
import { portIdSchema } from "../port-id.ts";
import { usesPattern, usesTemplate, writesVariable } from "../reference.ts";
import { TIME_ZONE_DEFAULT, timeZoneSchema } from "../time-zone.ts";
import { saysChoices, saysText } from "../utterance.ts";
import { formMessages } from "./messages.ts";

const FIELDS_MAX = 20;
const OPTIONS_MAX = 20;
const RETRIES_MAX = 5;

export const formFieldSchema = z.strictObject({
  id: portIdSchema,
  /** Short name, as the confirm card shows it. */
  label: textSchema,
  /** The whole question; "please tell me: label" when empty. */
  question: textSchema.optional(),
  /** Filled as soon as the answer is in, so that nothing is lost when the customer stops half-way. */
  variable: variableNameSchema,
  type: z.enum([...ANSWER_TYPES, "choice"]).default("text"),
  ...answerShape,
  /** For type `choice`. */
  options: z
    .array(
      z.strictObject({
        id: portIdSchema,
        label: textSchema,
        synonyms: z.array(z.string().min(1).max(100)).max(50).default([]),
      }),
    )
    .max(OPTIONS_MAX)
    .default([]),
  /** Not required: the customer may skip it, and it stays empty after too many tries. */
  required: z.boolean().default(true),
  hint: textSchema.optional(),
});

export type FormField = z.infer<typeof formFieldSchema>;

/** Asks for several things one by one, and has the customer confirm them. */
export const formNode = defineNode({
  version: 1,
  family: "talk",
  icon: "clipboard-list",
  mode: "waits",
  config: z.strictObject({
    intro: textSchema.optional(),
    fields: z.array(formFieldSchema).max(FIELDS_MAX),
    /** Fields whose variable has a value already are not asked for. */
    prefill: z.boolean().default(true),
    confirm: z.boolean().default(true),
    confirmTitle: textSchema.optional(),
    retries: z.int().min(0).max(RETRIES_MAX).default(2),
    /** None means the shipped words of both languages. */
    cancelWords: z.array(z.string().min(1).max(50)).max(100).default([]),
    allowDigression: z.boolean().default(true),
    /** For each answer, not for the whole form. */
    timeoutMs: waitMsSchema.optional(),
    timeZone: timeZoneSchema.default(TIME_ZONE_DEFAULT),
  }),
  defaults: () => ({ fields: [] }),
  ports: (config) => [
    { id: "submitted" },
    { id: "cancelled" },
    ...(config.timeoutMs === undefined ? [] : [{ id: "timeout" }]),
  ],
  optionalPorts: ["timeout"],
  references: (config) => [
    ...usesTemplate(config.intro, "intro"),
    ...usesTemplate(config.confirmTitle, "confirmTitle"),
    ...config.fields.flatMap((field, i) => fieldReferences(field, `fields[${i}]`)),
  ],
  collects: ({ fields }) =>
    fields.flatMap(({ type, label, question, variable }, i) => {
      const data = findPersonalData(type, [label, question]);
      return data === null ? [] : [{ data, variable, path: `fields[${i}].variable` }];
    }),
  says: (config) => [
    ...saysText(config.intro, "intro"),
    ...config.fields.flatMap(({ question, hint, options }, i) => [
      ...saysText(question, `fields[${i}].question`),
      ...saysText(hint, `fields[${i}].hint`),
      ...saysChoices(options.length, `fields[${i}].options`),
    ]),
  ],
  check: (config) => [
    ...(config.fields.length === 0 ? [missing("fields")] : []),
    ...config.fields.flatMap((field, i) => checkField(field, `fields[${i}]`)),
    ...config.fields.flatMap(({ id }, i) =>
      config.fields.findIndex((other) => other.id === id) < i ? [duplicateId(`fields[${i}].id`, id)] : [],
    ),
  ],
  form: [
    { path: "intro", widget: "rich-text" },
    { path: "fields", widget: "form-fields", required: true },
    { path: "prefill", widget: "switch", advanced: true },
    { path: "confirm", widget: "switch" },
    { path: "confirmTitle", widget: "text", when: { path: "confirm", is: [true] }, advanced: true },
    { path: "retries", widget: "number", advanced: true },
    { path: "cancelWords", widget: "list", advanced: true },
    { path: "allowDigression", widget: "switch", advanced: true },
    { path: "timeoutMs", widget: "duration", advanced: true },
    { path: "timeZone", widget: "timezone", advanced: true },
  ],
  messages: formMessages,
});

function fieldReferences(field: FormField, path: string) {
  return [
    ...usesTemplate(field.label, `${path}.label`),
    ...usesTemplate(field.question, `${path}.question`),
    ...usesTemplate(field.hint, `${path}.hint`),
    ...usesPattern(field.pattern, `${path}.pattern`),
    ...writesVariable(
      field.variable,
      `${path}.variable`,
      field.type === "choice" ? "text" : toAnswerType(field.type),
    ),
    ...field.options.flatMap(({ label }, i) => usesTemplate(label, `${path}.options[${i}].label`)),
  ];
}

function checkField(field: FormField, path: string) {
  return [
    ...checkFilled(field.label, `${path}.label`),
    ...(field.type === "pattern" && !field.pattern ? [missing(`${path}.pattern`)] : []),
    ...(field.type === "choice" && field.options.length === 0 ? [missing(`${path}.options`)] : []),
    ...field.options.flatMap(({ id }, i) =>
      field.options.findIndex((other) => other.id === id) < i
        ? [duplicateId(`${path}.options[${i}].id`, id)]
        : [],
    ),
  ];
}
