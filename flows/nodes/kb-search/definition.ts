import { z } from "zod";
import { defineNode } from "../../kernel/define-node.ts";
import { baseIdsSchema, variableNameSchema } from "../../kernel/flow.ts";
import { LOCALES, textSchema } from "../../kernel/text.ts";
import { TOLD_CLASSES } from "../../knowledge/passage-filter.ts";
import { SEARCH_LAYERS } from "../../knowledge/search-layer.ts";
import { missing } from "../config-issue.ts";
import { usesTemplate, writesVariable } from "../reference.ts";
import { saysText } from "../utterance.ts";
import { kbSearchMessages } from "./messages.ts";

const PASSAGES_MAX = 5;
const TAGS_MAX = 20;
const TAG_CHARS_MAX = 40;
const SOURCES_MAX = 20;
const SOURCE_CHARS_MAX = 200;
const SEARCH_LANGUAGES = ["any", "customer", ...LOCALES] as const;

/** Answers from the documents of knowledge bases in their own words, with where they stand, without a language model. */
export const kbSearchNode = defineNode({
  version: 1,
  family: "knowledge",
  icon: "file-search",
  mode: "waits",
  config: z.strictObject({
    bases: baseIdsSchema,
    /** Flows that were drawn before there were cases go on as they were. */
    layers: z.array(z.enum(SEARCH_LAYERS)).min(1).max(SEARCH_LAYERS.length).default(["documents"]),
    /** Off: what was found is only stored, and the flow says what it likes. */
    reply: z.boolean().default(true),
    /** Said when there is no message to look at yet. */
    prompt: textSchema.optional(),
    /** Documents that have any of them; all when empty. */
    tags: z.array(z.string().min(1).max(TAG_CHARS_MAX)).max(TAGS_MAX).default([]),
    /** Documents whose name or address has any of these in it; all when empty. */
    sources: z.array(z.string().min(1).max(SOURCE_CHARS_MAX)).max(SOURCES_MAX).default([]),
    /** `customer`: that of the talk. Documents whose language is not known count as any. */
    language: z.enum(SEARCH_LANGUAGES).default("any"),
    dataClasses: z
      .array(z.enum(TOLD_CLASSES))
      .min(1)
      .max(TOLD_CLASSES.length)
      .default([...TOLD_CLASSES]),
    /** How much of what was asked must stand in a passage; the measured default when empty. */
    coverageMin: z.number().min(0).max(1).optional(),
    /** From this cosine on a passage counts as found although words alone do not reach `coverageMin`; words decide when empty. */
    likenessMin: z.number().min(0).max(1).optional(),
    passagesMax: z.int().min(1).max(PASSAGES_MAX).default(3),
    skipSmallTalk: z.boolean().default(true),
    answerVariable: variableNameSchema.optional(),
    passagesVariable: variableNameSchema.optional(),
  }),
  defaults: () => ({ bases: [], layers: [...SEARCH_LAYERS] }),
  ports: () => [{ id: "found" }, { id: "not-found" }],
  references: (config) => [
    ...config.bases.map((baseId, i) => ({
      ...{ type: "base" as const, asks: config.layers, baseId, path: `bases[${i}]` },
    })),
    ...usesTemplate(config.prompt, "prompt"),
    ...writesVariable(config.answerVariable, "answerVariable", "text"),
    ...writesVariable(config.passagesVariable, "passagesVariable", "list"),
  ],
  says: ({ prompt }) => saysText(prompt, "prompt"),
  needsWords: () => true,
  answersAt: ({ reply }) => (reply ? ["found"] : []),
  check: (config) => (config.bases.length === 0 ? [missing("bases")] : []),
  form: [
    { path: "bases", widget: "bases", required: true },
    { path: "layers", widget: "checks", values: SEARCH_LAYERS },
    { path: "reply", widget: "switch" },
    { path: "prompt", widget: "rich-text" },
    { path: "tags", widget: "tags", advanced: true },
    { path: "sources", widget: "tags", advanced: true },
    { path: "language", widget: "select", values: SEARCH_LANGUAGES, advanced: true },
    { path: "dataClasses", widget: "checks", values: TOLD_CLASSES, advanced: true },
    { path: "coverageMin", widget: "number", advanced: true },
    { path: "likenessMin", widget: "number", advanced: true },
    { path: "passagesMax", widget: "number", advanced: true },
    { path: "skipSmallTalk", widget: "switch", advanced: true },
    { path: "answerVariable", widget: "variable", advanced: true },
    { path: "passagesVariable", widget: "variable", advanced: true },
  ],
  messages: kbSearchMessages,
});
