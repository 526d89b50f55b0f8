import { z } from "zod";
import { defineNode } from "../../kernel/define-node.ts";
import { variableNameSchema } from "../../kernel/flow.ts";
import { textSchema } from "../../kernel/text.ts";
import { missing } from "../config-issue.ts";
import { checkPortIds, portIdSchema } from "../port-id.ts";
import { usesPattern, usesTemplate, writesVariable } from "../reference.ts";
import { saysText } from "../utterance.ts";
import { keywordMessages } from "./messages.ts";

const GROUPS_MAX = 50;
const WORDS_MAX = 200;
const PATTERNS_MAX = 20;

const words = z.array(z.string().min(1).max(100)).max(WORDS_MAX);

export const keywordGroupSchema = z.strictObject({
  id: portIdSchema,
  name: textSchema.optional(),
  /** Words and their synonyms; width, case and closing punctuation make no difference. */
  words: words.default([]),
  /** Patterns of the linear-time engine; they see the message in normal form. */
  patterns: z.array(z.string().min(1).max(500)).max(PATTERNS_MAX).default([]),
  match: z.enum(["contains", "whole", "starts"]).default("contains"),
  /** With one of these in the message the group does not count: `不要转人工`. */
  except: words.default([]),
});

/** Goes by words, without any guessing. The first group that fits wins. */
export const keywordNode = defineNode({
  version: 1,
  family: "understand",
  icon: "text-search",
  mode: "waits",
  config: z.strictObject({
    groups: z.array(keywordGroupSchema).max(GROUPS_MAX),
    /** Said when there is no message to look at yet. */
    prompt: textSchema.optional(),
    /** Gets the word that was found. */
    variable: variableNameSchema.optional(),
  }),
  defaults: () => ({ groups: [{ id: "group-1" }] }),
  ports: (config) => [
    ...config.groups.map(({ id, name }) => (name === undefined ? { id } : { id, label: name })),
    { id: "else" },
  ],
  references: (config) => [
    ...usesTemplate(config.prompt, "prompt"),
    ...writesVariable(config.variable, "variable", "text"),
    ...config.groups.flatMap(({ patterns }, i) =>
      patterns.flatMap((pattern, p) => usesPattern(pattern, `groups[${i}].patterns[${p}]`)),
    ),
  ],
  says: ({ prompt }) => saysText(prompt, "prompt"),
  needsWords: () => true,
  check: (config) => [
    ...(config.groups.length === 0 ? [missing("groups")] : []),
    ...checkPortIds(config.groups, "groups", ["else"]),
    ...config.groups.flatMap(({ words, patterns }, i) =>
      words.length + patterns.length === 0 ? [missing(`groups[${i}].words`)] : [],
    ),
  ],
  form: [
    { path: "groups", widget: "keywords", required: true },
    { path: "prompt", widget: "rich-text" },
    { path: "variable", widget: "variable", advanced: true },
  ],
  messages: keywordMessages,
});
