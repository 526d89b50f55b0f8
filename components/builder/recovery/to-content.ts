import type { Op } from "#flows/editing/op.ts";
import type { Json } from "#flows/kernel/json.ts";

/** What an operation would have put into the document; undefined for one that takes something away or moves it. */
export function toContent(op: Op): Json | undefined {
  return op.type === "set" || op.type === "insert" ? op.value : undefined;
}

/** A value as people read it: texts as they are, everything else as JSON. */
export function toReadable(value: Json | undefined): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}
