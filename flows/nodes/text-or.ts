import type { NodeContext } from "../kernel/executor.ts";
import type { Text } from "../kernel/text.ts";

/** The author's words, or ours where there are none: what a customer waits for must never come out as silence. */
export function textOr(own: Text | undefined, ours: string, context: NodeContext): string {
  const text = own === undefined ? "" : context.text(own);
  return text.trim() === "" ? ours : text;
}
