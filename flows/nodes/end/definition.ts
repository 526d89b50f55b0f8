import { z } from "zod";
import { defineNode } from "../../kernel/define-node.ts";
import { textSchema } from "../../kernel/text.ts";
import { portIdSchema } from "../port-id.ts";
import { usesTemplate } from "../reference.ts";
import { saysText } from "../utterance.ts";
import { endMessages } from "./messages.ts";

/** Closes the talk, or goes back to the flow that called this one. */
export const endNode = defineNode({
  version: 1,
  family: "entry",
  icon: "flag",
  mode: "inline",
  config: z.strictObject({
    text: textSchema.optional(),
    /** For reports; in a sub-flow, the exit that the caller takes. */
    resolution: portIdSchema.default("resolved"),
    /** The customer may go on writing; the next message begins the flow again. */
    keepOpen: z.boolean().default(false),
    askRating: z.boolean().default(false),
  }),
  defaults: () => ({}),
  ports: () => [],
  references: (config) => usesTemplate(config.text, "text"),
  says: (config) => saysText(config.text, "text"),
  form: [
    { path: "text", widget: "rich-text" },
    { path: "resolution", widget: "text" },
    { path: "keepOpen", widget: "switch" },
    { path: "askRating", widget: "switch" },
  ],
  messages: endMessages,
});
