import { z } from "zod";
import { defineNode } from "../../kernel/define-node.ts";
import { textSchema } from "../../kernel/text.ts";
import { usesTemplate } from "../reference.ts";
import { saysText } from "../utterance.ts";
import { fallbackMessages } from "./messages.ts";

const STRIKES_MAX = 5;

/** Nothing was understood: says so, kindlier than the same words each time, and calls for help after some tries. */
export const fallbackNode = defineNode({
  version: 1,
  family: "entry",
  icon: "life-buoy",
  mode: "inline",
  config: z.strictObject({
    /** One a try, the last one again for further tries; the shipped sentences when empty. */
    texts: z.array(textSchema).max(STRIKES_MAX).default([]),
    /** The try at which the talk leaves through `escalate`. */
    escalateAfter: z.int().min(1).max(STRIKES_MAX).default(3),
    /** Said before `escalate`; nothing when empty. */
    escalateText: textSchema.optional(),
  }),
  defaults: () => ({}),
  ports: () => [{ id: "retry" }, { id: "escalate" }],
  references: (config) => [
    ...config.texts.flatMap((text, i) => usesTemplate(text, `texts[${i}]`)),
    ...usesTemplate(config.escalateText, "escalateText"),
  ],
  /** Without words of the author the shipped ones are said, which fit everywhere. */
  says: ({ texts, escalateText }) => [
    ...(texts.length === 0 ? [{ path: "texts", part: "text" as const, text: null }] : []),
    ...texts.flatMap((text, i) => saysText(text, `texts[${i}]`)),
    ...saysText(escalateText, "escalateText"),
  ],
  form: [
    { path: "texts", widget: "list" },
    { path: "escalateAfter", widget: "number" },
    { path: "escalateText", widget: "rich-text" },
  ],
  messages: fallbackMessages,
});
