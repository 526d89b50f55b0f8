import { z } from "zod";
import { defineNode } from "../../kernel/define-node.ts";
import { variableNameSchema } from "../../kernel/flow.ts";
import { textSchema } from "../../kernel/text.ts";
import { checkFilled, missing } from "../config-issue.ts";
import { waitMsSchema } from "../duration.ts";
import { checkPortIds, portIdSchema } from "../port-id.ts";
import { usesExpression, usesTemplate, writesVariable } from "../reference.ts";
import { saysChoices, saysText } from "../utterance.ts";
import { expressionSchema } from "../value-source.ts";
import { choiceMessages } from "./messages.ts";

const OPTIONS_MAX = 30;
const RETRIES_MAX = 5;
const PORTS_OF_KIND = ["picked", "other", "timeout"];

/** Lets the customer pick: by button, by number, or in own words. */
export const choiceNode = defineNode({
  version: 1,
  family: "talk",
  icon: "list-checks",
  mode: "waits",
  config: z.strictObject({
    question: textSchema,
    source: z.enum(["options", "list"]).default("options"),
    options: z
      .array(
        z.strictObject({
          id: portIdSchema,
          label: textSchema,
          /** Other words for this option, in any language. */
          synonyms: z.array(z.string().min(1).max(100)).max(50).default([]),
        }),
      )
      .max(OPTIONS_MAX)
      .default([]),
    /** With source `list`: an expression that gives texts, or objects whose `label` and `value` are read by these keys. */
    list: z
      .strictObject({
        items: expressionSchema,
        labelKey: z.string().max(64).default("label"),
        valueKey: z.string().max(64).default("value"),
      })
      .optional(),
    /** Gets the id of the option (or the value of the list item); with `multiple`, a list of them. */
    variable: variableNameSchema.optional(),
    multiple: z.boolean().default(false),
    /** `numbers` also writes 1, 2, 3 into the text, for channels without buttons. */
    display: z.enum(["buttons", "numbers"]).default("buttons"),
    /** Off: only a click, a number or the very label counts. */
    freeText: z.boolean().default(true),
    retries: z.int().min(0).max(RETRIES_MAX).default(0),
    hint: textSchema.optional(),
    allowDigression: z.boolean().default(true),
    timeoutMs: waitMsSchema.optional(),
  }),
  defaults: () => ({
    question: "",
    options: [
      { id: "option-1", label: { "zh-CN": "选项一", en: "Option 1" } },
      { id: "option-2", label: { "zh-CN": "选项二", en: "Option 2" } },
    ],
  }),
  ports: (config) => [
    ...(config.source === "list" || config.multiple
      ? [{ id: "picked" }]
      : config.options.map(({ id, label }) => ({ id, label }))),
    { id: "other" },
    ...(config.timeoutMs === undefined ? [] : [{ id: "timeout" }]),
  ],
  optionalPorts: ["other", "timeout"],
  references: (config) => [
    ...usesTemplate(config.question, "question"),
    ...usesTemplate(config.hint, "hint"),
    ...config.options.flatMap(({ label }, i) => usesTemplate(label, `options[${i}].label`)),
    ...(config.source === "list"
      ? usesExpression(config.list?.items, "list.items", { expects: ["list"] })
      : []),
    ...writesVariable(config.variable, "variable", toPickedType(config)),
  ],
  says: (config) => [
    ...saysText(config.question, "question"),
    ...saysText(config.hint, "hint"),
    ...(config.display === "buttons" ? saysChoices(config.options.length, "options") : []),
  ],
  check: (config) => [
    ...checkFilled(config.question, "question"),
    ...(config.source === "list" && !config.list?.items.trim() ? [missing("list.items")] : []),
    ...(config.source === "options" && config.options.length === 0 ? [missing("options")] : []),
    ...config.options.flatMap(({ label }, i) => checkFilled(label, `options[${i}].label`)),
    ...checkPortIds(config.options, "options", PORTS_OF_KIND),
  ],
  form: [
    { path: "question", widget: "rich-text", required: true },
    { path: "source", widget: "select", values: ["options", "list"] },
    { path: "options", widget: "options", when: { path: "source", is: ["options"] } },
    { path: "list.items", widget: "expression", when: { path: "source", is: ["list"] } },
    { path: "list.labelKey", widget: "text", when: { path: "source", is: ["list"] }, advanced: true },
    { path: "list.valueKey", widget: "text", when: { path: "source", is: ["list"] }, advanced: true },
    { path: "variable", widget: "variable" },
    { path: "multiple", widget: "switch" },
    { path: "display", widget: "select", values: ["buttons", "numbers"] },
    { path: "freeText", widget: "switch", advanced: true },
    { path: "retries", widget: "number", advanced: true },
    { path: "hint", widget: "rich-text", advanced: true },
    { path: "allowDigression", widget: "switch", advanced: true },
    { path: "timeoutMs", widget: "duration", advanced: true },
  ],
  messages: choiceMessages,
});

/** An item of a list may be of any type. */
function toPickedType({ source, multiple }: { readonly source: string; readonly multiple: boolean }) {
  if (multiple) return "list";
  return source === "list" ? undefined : "text";
}
