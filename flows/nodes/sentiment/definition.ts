import { z } from "zod";
import { defineNode } from "../../kernel/define-node.ts";
import { variableNameSchema } from "../../kernel/flow.ts";
import type { ConfigIssue } from "../config-issue.ts";
import { usesTemplate, writesVariable } from "../reference.ts";
import { sentimentMessages } from "./messages.ts";

const TEXT_MAX_CHARS = 2_000;
const WORDS_MAX = 500;

const score = z.number().min(-1).max(1);

/** Goes by the customer's mood, read off the words; what smells of a complaint to others, of law or of danger goes first. */
export const sentimentNode = defineNode({
  version: 1,
  family: "understand",
  icon: "heart-pulse",
  mode: "inline",
  config: z.strictObject({
    /** Alarm words of this trade, beside the shipped ones. */
    riskWords: z.array(z.string().min(1).max(100)).max(WORDS_MAX).default([]),
    negativeTo: score.default(-0.3),
    positiveFrom: score.default(0.3),
    /** The mood of the talk so far counts half: one cross word more in a calm talk is not yet anger. Needs the variable. */
    remember: z.boolean().default(false),
    /** Gets the score, -1 to 1. */
    variable: variableNameSchema.optional(),
    /** Looked at in place of what the customer just said. */
    text: z.string().max(TEXT_MAX_CHARS).optional(),
  }),
  defaults: () => ({}),
  ports: () => [{ id: "risk" }, { id: "negative" }, { id: "neutral" }, { id: "positive" }],
  references: (config) => [
    ...usesTemplate(config.text, "text"),
    ...writesVariable(config.variable, "variable", "number"),
  ],
  check: ({ negativeTo, positiveFrom, remember, variable }) => [
    ...(negativeTo < positiveFrom ? [] : [noNeutral]),
    ...(remember && variable === undefined ? [nowhereToRemember] : []),
  ],
  form: [
    { path: "riskWords", widget: "list" },
    { path: "negativeTo", widget: "number", advanced: true },
    { path: "positiveFrom", widget: "number", advanced: true },
    { path: "variable", widget: "variable" },
    { path: "remember", widget: "switch", advanced: true },
    { path: "text", widget: "template", advanced: true },
  ],
  messages: sentimentMessages,
});

const noNeutral: ConfigIssue = {
  code: "crossed_limits",
  severity: "error",
  path: "negativeTo",
  text: {
    "zh-CN": "「消极」的上限要低于「积极」的下限，不然没有一句话是平静的。",
    en: "“Negative up to” must be below “Positive from”, else nothing is neutral.",
  },
};

const nowhereToRemember: ConfigIssue = {
  code: "missing_field",
  severity: "error",
  path: "variable",
  text: {
    "zh-CN": "要记住之前的情绪，需要一个变量来存。",
    en: "Choose a variable that keeps the mood of the talk so far.",
  },
};
