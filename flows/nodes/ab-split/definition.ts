import { z } from "zod";
import { defineNode } from "../../kernel/define-node.ts";
import { textSchema } from "../../kernel/text.ts";
import { checkPortIds, portIdSchema } from "../port-id.ts";
import { fewVariants, notWhole } from "./issues.ts";
import { abSplitMessages } from "./messages.ts";

const VARIANTS_MAX = 10;

/** Shows each customer one of several ways, always the same one, and counts who saw which. */
export const abSplitNode = defineNode({
  version: 1,
  family: "logic",
  icon: "flask-conical",
  mode: "inline",
  config: z.strictObject({
    /** Name in reports. Another name deals the customers anew; the node's id counts when empty. */
    experiment: z.string().max(64).default(""),
    variants: z
      .array(
        z.strictObject({
          id: portIdSchema,
          label: textSchema.optional(),
          percent: z.number().min(0).max(100),
        }),
      )
      .max(VARIANTS_MAX),
  }),
  defaults: () => ({
    variants: [
      { id: "a", label: "A", percent: 50 },
      { id: "b", label: "B", percent: 50 },
    ],
  }),
  ports: (config) => config.variants.map(({ id, label }) => (label === undefined ? { id } : { id, label })),
  check: (config) => {
    const sum = config.variants.reduce((total, { percent }) => total + percent, 0);
    return [
      ...checkPortIds(config.variants, "variants", []),
      ...(config.variants.length < 2 ? [fewVariants("variants")] : []),
      // Thirds are written 33.33 + 33.33 + 33.34; anything further off is a slip.
      ...(Math.abs(sum - 100) > 0.05 ? [notWhole("variants", sum)] : []),
    ];
  },
  form: [
    { path: "experiment", widget: "text" },
    { path: "variants", widget: "variants", required: true },
  ],
  messages: abSplitMessages,
});
