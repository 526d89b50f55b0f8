import type { NodeContext } from "../kernel/executor.ts";

/** What a node that judges words looks at: what the author named, else what the customer just said; null when there is neither. */
export function findText(own: string | undefined, context: NodeContext): string | null {
  const text = own === undefined || own.trim() === "" ? context.message?.text : context.text(own);
  return text === undefined || text.trim() === "" ? null : text;
}
