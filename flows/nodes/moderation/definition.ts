import { z } from "zod";
import { defineNode } from "../../kernel/define-node.ts";
import { variableNameSchema } from "../../kernel/flow.ts";
import { textSchema } from "../../kernel/text.ts";
import type { ConfigIssue } from "../config-issue.ts";
import { usesPattern, usesTemplate, writesVariable } from "../reference.ts";
import { saysText } from "../utterance.ts";
import { moderationMessages } from "./messages.ts";

const TEXT_MAX_CHARS = 2_000;
const WORDS_MAX = 5_000;
const PATTERNS_MAX = 50;

const words = z.array(z.string().min(1).max(100)).max(WORDS_MAX).default([]);

const NOTHING_LISTED: ConfigIssue = {
  code: "nothing_listed",
  severity: "error",
  path: "block",
  text: {
    "zh-CN": "还没有要拦截或打码的内容：填几个词，或打开「遮住个人信息」。",
    en: "There is nothing to block or hide yet: list some words, or switch on “Hide personal data”.",
  },
};

/** Keeps listed words and personal data out: blocks the message, or goes on with a text in which they are hidden. */
export const moderationNode = defineNode({
  version: 1,
  family: "comply",
  icon: "shield-alert",
  mode: "inline",
  config: z.strictObject({
    /** With one of these the message is blocked. */
    block: words,
    /** These are hidden by stars. */
    mask: words,
    /** Patterns of the linear-time engine; what fits is hidden. */
    patterns: z.array(z.string().min(1).max(500)).max(PATTERNS_MAX).default([]),
    /** Words that hold a listed one and are meant otherwise. */
    except: words,
    /** Phone and card numbers, e-mail addresses and number plates are hidden too. */
    personalData: z.boolean().default(false),
    /** Said when a message is blocked. */
    reply: textSchema.optional(),
    /** Gets the text with everything listed hidden. */
    variable: variableNameSchema.optional(),
    /** Looked at in place of what the customer just said. */
    text: z.string().max(TEXT_MAX_CHARS).optional(),
  }),
  defaults: () => ({}),
  ports: () => [{ id: "pass" }, { id: "masked" }, { id: "blocked" }],
  references: (config) => [
    ...usesTemplate(config.text, "text"),
    ...usesTemplate(config.reply, "reply"),
    ...config.patterns.flatMap((pattern, at) => usesPattern(pattern, `patterns[${at}]`)),
    ...writesVariable(config.variable, "variable", "text"),
  ],
  says: ({ reply }) => saysText(reply, "reply"),
  check: ({ block, mask, patterns, personalData }) =>
    block.length + mask.length + patterns.length === 0 && !personalData ? [NOTHING_LISTED] : [],
  form: [
    { path: "block", widget: "list" },
    { path: "mask", widget: "list" },
    { path: "personalData", widget: "switch" },
    { path: "except", widget: "list" },
    { path: "reply", widget: "rich-text" },
    { path: "variable", widget: "variable" },
    { path: "patterns", widget: "list", advanced: true },
    { path: "text", widget: "template", advanced: true },
  ],
  messages: moderationMessages,
});
