import { z } from "zod";
import type { Json } from "../../kernel/json.ts";
import type { formNode } from "./definition.ts";

export type Config = z.output<typeof formNode.config>;

/**
 * `field`: an answer to that field is awaited, `isChange` when the customer came back from the confirm card for it. `which`: the
 * field to change is, and `value` is what it should become, when the customer said that first.
 */
const stateSchema = z.discriminatedUnion("stage", [
  z.object({ stage: z.literal("field"), index: z.number(), tries: z.number(), isChange: z.boolean() }),
  z.object({ stage: z.literal("confirm") }),
  z.object({ stage: z.literal("which"), value: z.string().nullable().default(null) }),
]);

export type FormState = z.infer<typeof stateSchema>;

export function parseState(value: unknown): FormState {
  return stateSchema.catch({ stage: "confirm" }).parse(value);
}

/** What is awaited first, or after the field at `after`; null when nothing is left to ask. */
export function findNext(
  config: Config,
  vars: { readonly [name: string]: Json },
  after = -1,
): FormState | null {
  const index = config.fields.findIndex(
    ({ variable }, i) => i > after && !(config.prefill && isFilled(vars[variable])),
  );
  if (index >= 0) return { stage: "field", index, tries: 0, isChange: false };
  return config.confirm && config.fields.length > 0 ? { stage: "confirm" } : null;
}

export function isFilled(value: Json | undefined): boolean {
  return value !== undefined && value !== null && value !== "";
}
