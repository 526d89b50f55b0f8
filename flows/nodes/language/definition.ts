import { z } from "zod";
import { defineNode } from "../../kernel/define-node.ts";
import { variableNameSchema } from "../../kernel/flow.ts";
import { missing } from "../config-issue.ts";
import { usesTemplate, writesVariable } from "../reference.ts";
import { LANGUAGES } from "./detect-language.ts";
import { languageMessages } from "./messages.ts";

const SPOKEN_FIRST = ["zh", "en"] as const;
const TEXT_MAX_CHARS = 2_000;

/** Goes by the language that the customer writes in. */
export const languageNode = defineNode({
  version: 1,
  family: "understand",
  icon: "languages",
  mode: "inline",
  config: z.strictObject({
    languages: z
      .array(z.enum(LANGUAGES))
      .max(LANGUAGES.length)
      .default([...SPOKEN_FIRST]),
    /** Looked at in place of what the customer just said. */
    text: z.string().max(TEXT_MAX_CHARS).optional(),
    /** Keeps the language: a message that tells none, such as `OK`, goes the way of the last one that did. */
    variable: variableNameSchema.optional(),
  }),
  defaults: () => ({ languages: [...SPOKEN_FIRST] }),
  ports: ({ languages }) => [...[...new Set(languages)].map((id) => ({ id })), { id: "other" }],
  references: (config) => [
    ...usesTemplate(config.text, "text"),
    ...writesVariable(config.variable, "variable", "text"),
  ],
  check: ({ languages }) => (languages.length === 0 ? [missing("languages")] : []),
  form: [
    { path: "languages", widget: "checks", values: LANGUAGES },
    { path: "variable", widget: "variable" },
    { path: "text", widget: "template", advanced: true },
  ],
  messages: languageMessages,
});
