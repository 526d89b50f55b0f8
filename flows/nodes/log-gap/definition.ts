import { z } from "zod";
import { defineNode } from "../../kernel/define-node.ts";
import { usesTemplate } from "../reference.ts";
import { logGapMessages } from "./messages.ts";

const TEXT_MAX_CHARS = 2_000;

/** Why a question is put down; the learning centre groups by it. Values are stored: never renamed. */
export const GAP_REASONS = ["no-answer", "low-confidence", "wrong-answer", "out-of-date"] as const;

/** Puts down a question that could not be answered, for whoever writes the answers. */
export const logGapNode = defineNode({
  version: 1,
  family: "knowledge",
  icon: "notebook-pen",
  mode: "inline",
  config: z.strictObject({
    reason: z.enum(GAP_REASONS).default("no-answer"),
    /** Put down in place of what the customer just said. */
    text: z.string().max(TEXT_MAX_CHARS).optional(),
  }),
  defaults: () => ({}),
  ports: () => [{ id: "next" }],
  references: (config) => usesTemplate(config.text, "text"),
  form: [
    { path: "reason", widget: "select", values: GAP_REASONS },
    { path: "text", widget: "template" },
  ],
  messages: logGapMessages,
});
