import type { Json } from "#flows/kernel/json.ts";
import { getChild } from "../form/config-path.ts";

/** What its author set, null when there is nothing or nonsense. */
export function toThreshold(intent: Json | undefined): number | null {
  const threshold = getChild(intent ?? null, "threshold");
  return typeof threshold === "number" ? threshold : null;
}

/** Null takes the author's threshold away, so that the measured one counts. */
export function withThreshold(intent: Json, threshold: number | null): Json {
  if (typeof intent !== "object" || intent === null || Array.isArray(intent)) return intent;
  const others = Object.entries(intent).filter(([key]) => key !== "threshold");
  return Object.fromEntries(threshold === null ? others : [...others, ["threshold", threshold]]);
}
