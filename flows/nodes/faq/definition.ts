import { z } from "zod";
import { defineNode } from "../../kernel/define-node.ts";
import { baseIdsSchema, variableNameSchema } from "../../kernel/flow.ts";
import { textSchema } from "../../kernel/text.ts";
import type { ConfigIssue } from "../config-issue.ts";
import { portIdSchema } from "../port-id.ts";
import { usesTemplate, writesVariable } from "../reference.ts";
import { saysText } from "../utterance.ts";
import { faqMessages } from "./messages.ts";

const FAQ_SETS_MAX = 20;
const SUGGESTIONS_MAX = 5;

/** Either will do; "fill in the Q&A sets" would send whoever keeps a knowledge base to the wrong field. */
const NOTHING_TO_ASK: ConfigIssue = {
  code: "nothing_to_ask",
  severity: "error",
  path: "faqSets",
  text: {
    "zh-CN": "还不知道从哪里找答案：选一个问答库或知识库。",
    en: "There is nothing to answer from yet: pick a Q&A set or a knowledge base.",
  },
};

const score = z.number().min(0).max(1);

/** Answers from the reviewed Q&A base, word for word, without a language model. */
export const faqNode = defineNode({
  version: 1,
  family: "knowledge",
  icon: "book-open-check",
  mode: "waits",
  config: z.strictObject({
    faqSets: z.array(portIdSchema).max(FAQ_SETS_MAX),
    /** Knowledge bases of the workspace, asked as they are released when the customer asks. */
    bases: baseIdsSchema.optional(),
    /** Off: the answer is only stored, and the flow says what it likes. */
    reply: z.boolean().default(true),
    /** Said when there is no message to look at yet. */
    prompt: textSchema.optional(),
    /** Gets up to `suggestionsMax` questions that may be meant, best first, for a clarify node. */
    candidatesVariable: variableNameSchema.optional(),
    suggestionsMax: z.int().min(1).max(SUGGESTIONS_MAX).default(3),
    answerVariable: variableNameSchema.optional(),
    /** Confidence from which on an answer is sure, or worth suggesting; the measured defaults when empty. */
    sureFrom: score.optional(),
    suggestFrom: score.optional(),
  }),
  defaults: () => ({ faqSets: [] }),
  ports: () => [{ id: "hit" }, { id: "suggest" }, { id: "miss" }],
  optionalPorts: ["suggest"],
  references: (config) => [
    ...config.faqSets.map((faqSet, i) => ({ type: "faq-set" as const, faqSet, path: `faqSets[${i}]` })),
    ...(config.bases ?? []).map((baseId, i) => ({ type: "base" as const, baseId, path: `bases[${i}]` })),
    ...usesTemplate(config.prompt, "prompt"),
    ...writesVariable(config.candidatesVariable, "candidatesVariable", "list"),
    ...writesVariable(config.answerVariable, "answerVariable"),
  ],
  says: ({ prompt }) => saysText(prompt, "prompt"),
  needsWords: () => true,
  answersAt: ({ reply }) => (reply ? ["hit"] : []),
  check: (config) =>
    config.faqSets.length === 0 && (config.bases ?? []).length === 0 ? [NOTHING_TO_ASK] : [],
  form: [
    // Not required by itself: bases may be all that is asked (see `check`).
    { path: "faqSets", widget: "faq-sets" },
    { path: "bases", widget: "bases" },
    { path: "reply", widget: "switch" },
    { path: "prompt", widget: "rich-text" },
    { path: "candidatesVariable", widget: "variable", advanced: true },
    { path: "suggestionsMax", widget: "number", advanced: true },
    { path: "answerVariable", widget: "variable", advanced: true },
    { path: "sureFrom", widget: "number", advanced: true },
    { path: "suggestFrom", widget: "number", advanced: true },
  ],
  messages: faqMessages,
});
