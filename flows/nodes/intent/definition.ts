import { z } from "zod";
import { defineNode } from "../../kernel/define-node.ts";
import { variableNameSchema } from "../../kernel/flow.ts";
import { textSchema } from "../../kernel/text.ts";
import { checkFilled, missing } from "../config-issue.ts";
import { checkPortIds, portIdSchema } from "../port-id.ts";
import { usesTemplate, writesIntent, writesVariable } from "../reference.ts";
import { saysText } from "../utterance.ts";
import { fewExamples } from "./issues.ts";
import { listOverlaps } from "./list-overlaps.ts";
import { intentMessages } from "./messages.ts";

const INTENTS_MAX = 100;
const EXAMPLES_MAX = 500;
const PHRASE_MAX_CHARS = 500;

/** Below this a linear model mostly guesses; see the measured curve in docs on understanding. */
const EXAMPLES_ADVISED = 3;

const phrases = z.array(z.string().min(1).max(PHRASE_MAX_CHARS)).max(EXAMPLES_MAX);

export const intentSchema = z.strictObject({
  id: portIdSchema,
  /** Counts as one more example when messages are matched, so it should say what customers want. */
  name: textSchema,
  description: textSchema.optional(),
  /** What customers say for it; languages may be mixed. */
  examples: phrases.default([]),
  /** What sounds alike but is not meant. */
  negatives: phrases.default([]),
  /** Confidence from which on the intent is taken for sure (0 to 1); the measured default when empty. */
  threshold: z.number().min(0).max(1).optional(),
});

/** Finds out what the customer wants, and goes that way. */
export const intentNode = defineNode({
  version: 1,
  family: "understand",
  icon: "brain",
  mode: "waits",
  config: z.strictObject({
    intents: z.array(intentSchema).max(INTENTS_MAX),
    /** Said when there is no message to look at yet. */
    prompt: textSchema.optional(),
    /** Two intents that are closer than this are ambiguous (0 to 1); the measured default when empty. */
    margin: z.number().min(0).max(1).optional(),
    /** Gets the id of the intent. */
    intentVariable: variableNameSchema.optional(),
    /** Gets what might be meant, best first, for a clarify node. */
    candidatesVariable: variableNameSchema.optional(),
  }),
  defaults: () => ({ intents: [] }),
  ports: (config) => [
    ...config.intents.map(({ id, name }) => ({ id, label: name })),
    { id: "ambiguous" },
    { id: "none" },
  ],
  optionalPorts: ["ambiguous"],
  references: (config) => [
    ...usesTemplate(config.prompt, "prompt"),
    ...writesIntent(config.intentVariable, "intentVariable"),
    ...writesVariable(config.candidatesVariable, "candidatesVariable", "list"),
  ],
  intents: ({ intents }) => intents.map(({ id, name }, i) => ({ id, name, path: `intents[${i}]` })),
  says: ({ prompt }) => saysText(prompt, "prompt"),
  needsWords: () => true,
  check: (config) => [
    ...(config.intents.length === 0 ? [missing("intents")] : []),
    ...checkPortIds(config.intents, "intents", ["ambiguous", "none"]),
    ...config.intents.flatMap(({ name, examples }, i) => [
      ...checkFilled(name, `intents[${i}].name`),
      ...(examples.length < EXAMPLES_ADVISED
        ? [fewExamples(`intents[${i}].examples`, EXAMPLES_ADVISED)]
        : []),
    ]),
    ...listOverlaps(config.intents),
  ],
  form: [
    { path: "intents", widget: "intents", required: true },
    { path: "prompt", widget: "rich-text" },
    { path: "intentVariable", widget: "variable", advanced: true },
    { path: "candidatesVariable", widget: "variable", advanced: true },
    { path: "margin", widget: "number", advanced: true },
  ],
  messages: intentMessages,
});
