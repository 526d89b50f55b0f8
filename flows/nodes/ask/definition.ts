import { z } from "zod";
import { ANSWER_TYPES, answerShape, DATE_RANGES, PHONE_REGIONS } from "../../answers/answer-schema.ts";
import { toAnswerType } from "../../answers/answer-type.ts";
import { findPersonalData } from "../../answers/find-personal-data.ts";
import { defineNode } from "../../kernel/define-node.ts";
import { variableNameSchema } from "../../kernel/flow.ts";
import { textSchema } from "../../kernel/text.ts";
import { checkFilled, missing } from "../config-issue.ts";
import { waitMsSchema } from "../duration.ts";
import { usesPattern, usesTemplate, writesVariable } from "../reference.ts";
import { TIME_ZONE_DEFAULT, timeZoneSchema } from "../time-zone.ts";
import { saysText } from "../utterance.ts";
import { askMessages } from "./messages.ts";

const RETRIES_MAX = 5;
const SKIP_WORDS_MAX = 100;

/** Asks one question and stores the answer, read as the type that was asked for. */
export const askNode = defineNode({
  version: 1,
  family: "talk",
  icon: "message-circle-question",
  mode: "waits",
  config: z.strictObject({
    question: textSchema,
    /** Where the answer goes; without it the answer is only in the trace. */
    variable: variableNameSchema.optional(),
    type: z.enum(ANSWER_TYPES).default("text"),
    ...answerShape,
    /** How often an answer that does not fit is asked for again. */
    retries: z.int().min(0).max(RETRIES_MAX).default(2),
    /** Said when an answer does not fit; the shipped sentence of the type when empty. */
    hint: textSchema.optional(),
    skippable: z.boolean().default(false),
    /** None means the shipped words of both languages. */
    skipWords: z.array(z.string().min(1).max(50)).max(SKIP_WORDS_MAX).default([]),
    /** A question in place of an answer is answered by the flow's FAQ sets; then this is asked again. */
    allowDigression: z.boolean().default(true),
    reminder: z.strictObject({ afterMs: waitMsSchema, text: textSchema }).optional(),
    timeoutMs: waitMsSchema.optional(),
    /** What `明天` means depends on where the shop is. */
    timeZone: timeZoneSchema.default(TIME_ZONE_DEFAULT),
  }),
  defaults: () => ({ question: "" }),
  ports: (config) => [
    { id: "answered" },
    { id: "invalid" },
    ...(config.skippable ? [{ id: "skipped" }] : []),
    ...(config.timeoutMs === undefined ? [] : [{ id: "timeout" }]),
  ],
  optionalPorts: ["invalid", "timeout"],
  references: (config) => [
    ...usesTemplate(config.question, "question"),
    ...usesTemplate(config.hint, "hint"),
    ...usesTemplate(config.reminder?.text, "reminder.text"),
    ...usesPattern(config.pattern, "pattern"),
    ...writesVariable(config.variable, "variable", toAnswerType(config.type)),
  ],
  collects: ({ type, question, variable = null }) => {
    const data = findPersonalData(type, [question]);
    return data === null ? [] : [{ data, variable, path: "variable" }];
  },
  says: (config) => [
    ...saysText(config.question, "question"),
    ...saysText(config.hint, "hint"),
    ...saysText(config.reminder?.text, "reminder.text"),
  ],
  check: (config) => [
    ...checkFilled(config.question, "question"),
    ...(config.type === "pattern" && !config.pattern ? [missing("pattern")] : []),
  ],
  form: [
    { path: "question", widget: "rich-text", required: true },
    { path: "type", widget: "select", values: ANSWER_TYPES },
    { path: "variable", widget: "variable" },
    { path: "minChars", widget: "number", when: { path: "type", is: ["text"] }, advanced: true },
    { path: "maxChars", widget: "number", when: { path: "type", is: ["text"] }, advanced: true },
    { path: "min", widget: "number", when: { path: "type", is: ["number"] } },
    { path: "max", widget: "number", when: { path: "type", is: ["number"] } },
    { path: "integer", widget: "switch", when: { path: "type", is: ["number"] } },
    {
      path: "phoneRegion",
      widget: "select",
      values: PHONE_REGIONS,
      when: { path: "type", is: ["phone"] },
    },
    {
      path: "dates",
      widget: "select",
      values: DATE_RANGES,
      when: { path: "type", is: ["date"] },
    },
    { path: "timeZone", widget: "timezone", when: { path: "type", is: ["date"] }, advanced: true },
    { path: "pattern", widget: "text", when: { path: "type", is: ["pattern", "order-no"] } },
    { path: "retries", widget: "number" },
    { path: "hint", widget: "rich-text" },
    { path: "skippable", widget: "switch" },
    { path: "skipWords", widget: "list", when: { path: "skippable", is: [true] } },
    { path: "allowDigression", widget: "switch", advanced: true },
    { path: "reminder.afterMs", widget: "duration", advanced: true },
    { path: "reminder.text", widget: "rich-text", advanced: true },
    { path: "timeoutMs", widget: "duration", advanced: true },
  ],
  messages: askMessages,
});
