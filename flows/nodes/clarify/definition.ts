import { z } from "zod";
import { defineNode } from "../../kernel/define-node.ts";
import { variableNameSchema } from "../../kernel/flow.ts";
import { textSchema } from "../../kernel/text.ts";
import { missing } from "../config-issue.ts";
import { waitMsSchema } from "../duration.ts";
import { checkPortIds, portIdSchema } from "../port-id.ts";
import { readsVariable, usesTemplate, writesIntent } from "../reference.ts";
import { saysChoices, saysText } from "../utterance.ts";
import { clarifyMessages } from "./messages.ts";

const INTENTS_MAX = 100;
const CANDIDATES_MAX = 5;

/**
 * "Did you mean": offers what an intent or FAQ node was not sure of. A picked question is answered here;
 * a picked intent leaves through its own port where `intents` names it, else through `picked`.
 */
export const clarifyNode = defineNode({
  version: 1,
  family: "talk",
  icon: "circle-help",
  mode: "waits",
  config: z.strictObject({
    /** The variable into which the intent or FAQ node put its candidates; empty until the author chooses one. */
    source: z.union([variableNameSchema, z.literal("")]),
    question: textSchema.optional(),
    noneLabel: textSchema.optional(),
    candidatesMax: z.int().min(1).max(CANDIDATES_MAX).default(3),
    /** Intents that get a port of their own. */
    intents: z
      .array(z.strictObject({ id: portIdSchema, label: textSchema.optional() }))
      .max(INTENTS_MAX)
      .default([]),
    /** Gets the id of the picked intent or FAQ entry. */
    pickedVariable: variableNameSchema.optional(),
    /** Off: the answer of a picked question is not said. */
    reply: z.boolean().default(true),
    allowDigression: z.boolean().default(true),
    timeoutMs: waitMsSchema.optional(),
  }),
  defaults: () => ({ source: "" }),
  ports: (config) => [
    { id: "picked" },
    ...config.intents.map(({ id, label }) => (label === undefined ? { id } : { id, label })),
    { id: "none" },
    ...(config.timeoutMs === undefined ? [] : [{ id: "timeout" }]),
  ],
  optionalPorts: ["timeout"],
  references: (config) => [
    ...readsVariable(config.source, "source"),
    ...usesTemplate(config.question, "question"),
    ...usesTemplate(config.noneLabel, "noneLabel"),
    ...writesIntent(config.pickedVariable, "pickedVariable"),
    ...config.intents.map(({ id }, i) => ({
      type: "intent" as const,
      intentId: id,
      path: `intents[${i}].id`,
    })),
  ],
  says: ({ question, candidatesMax }) => [
    ...saysText(question, "question"),
    ...saysChoices(candidatesMax + 1, "candidatesMax"),
  ],
  answersAt: ({ reply }) => (reply ? ["picked"] : []),
  check: (config) => [
    ...(config.source === "" ? [missing("source")] : []),
    ...checkPortIds(config.intents, "intents", ["picked", "none", "timeout"]),
  ],
  form: [
    { path: "source", widget: "variable", required: true },
    { path: "question", widget: "rich-text" },
    { path: "noneLabel", widget: "text" },
    { path: "candidatesMax", widget: "number", advanced: true },
    { path: "intents", widget: "options", advanced: true },
    { path: "pickedVariable", widget: "variable", advanced: true },
    { path: "reply", widget: "switch", advanced: true },
    { path: "allowDigression", widget: "switch", advanced: true },
    { path: "timeoutMs", widget: "duration", advanced: true },
  ],
  messages: clarifyMessages,
});
