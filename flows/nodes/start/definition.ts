import { z } from "zod";
import { defineNode } from "../../kernel/define-node.ts";
import { variableNameSchema } from "../../kernel/flow.ts";
import { textSchema } from "../../kernel/text.ts";
import { checkPortIds, portIdSchema } from "../port-id.ts";
import { usesTemplate, writesVariable } from "../reference.ts";
import { saysChoices, saysText } from "../utterance.ts";
import { startMessages } from "./messages.ts";

/** More suggestions than this would hide the greeting on a phone. */
const SUGGESTIONS_MAX = 10;

/** Where a conversation begins: greets once, and hands a message that is already there to the nodes that understand. */
export const startNode = defineNode({
  version: 1,
  family: "entry",
  icon: "play",
  mode: "inline",
  config: z.strictObject({
    opening: textSchema.optional(),
    /** Buttons under the opening; clicking one sends its label as the customer's question. */
    suggestions: z
      .array(z.strictObject({ id: portIdSchema, label: textSchema }))
      .max(SUGGESTIONS_MAX)
      .default([]),
    /** Greets a customer who was here before in other words; `variable` (scope `contact`) remembers that. */
    returning: z.strictObject({ variable: variableNameSchema, opening: textSchema }).optional(),
  }),
  defaults: () => ({
    opening: { "zh-CN": "您好，请问有什么可以帮您？", en: "Hello! How can I help you?" },
    suggestions: [],
  }),
  ports: () => [{ id: "next" }],
  references: (config) => [
    ...usesTemplate(config.opening, "opening"),
    ...config.suggestions.flatMap(({ label }, i) => usesTemplate(label, `suggestions[${i}].label`)),
    ...writesVariable(config.returning?.variable, "returning.variable"),
    ...usesTemplate(config.returning?.opening, "returning.opening"),
  ],
  says: (config) => [
    ...saysText(config.opening, "opening"),
    ...saysText(config.returning?.opening, "returning.opening"),
    ...saysChoices(config.suggestions.length, "suggestions"),
  ],
  check: (config) => checkPortIds(config.suggestions, "suggestions", []),
  form: [
    { path: "opening", widget: "rich-text" },
    { path: "suggestions", widget: "options" },
    { path: "returning.variable", widget: "variable", advanced: true },
    { path: "returning.opening", widget: "rich-text", advanced: true },
  ],
  messages: startMessages,
});
