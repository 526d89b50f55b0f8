import type { NodeEffect } from "../kernel/executor.ts";
import type { Origin, Part } from "../kernel/protocol.ts";

type Say = Extract<NodeEffect, { type: "say" }>;

/** One message of the flow's own words; an empty text is no message, so the kernel drops it. */
export function sayText(text: string, origin: Origin = "flow"): Say {
  return sayParts([{ type: "text", text }], origin);
}

export function sayParts(parts: readonly Part[], origin: Origin = "flow"): Say {
  return { type: "say", parts, origin };
}

/** A question with buttons under it. */
export function sayChoices(
  text: string,
  options: readonly { readonly id: string; readonly label: string }[],
  multiple = false,
): Say {
  return sayParts([
    { type: "text", text },
    { type: "choices", options: options.map(({ id, label }) => ({ id, label })), multiple },
  ]);
}
