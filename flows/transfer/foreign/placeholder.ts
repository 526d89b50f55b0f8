import type { ForeignDraft } from "./foreign-draft.ts";
import type { ReasonCode } from "./reasons.ts";

type Lost = { readonly id: string; readonly title: string; readonly from: string; readonly note: string };

/**
 * Keeps the place of a node that cannot come over: a message without words, which the checks name until somebody writes it, so
 * that no customer ever reads a stand-in.
 */
export function addPlaceholder(draft: ForeignDraft, lost: Lost, reason: ReasonCode): void {
  draft.add({
    id: lost.id,
    kind: "message",
    title: lost.title,
    config: { blocks: [{ type: "text", text: "" }] },
    ...(lost.note === "" ? {} : { note: lost.note }),
  });
  draft.tellLost(lost.title, lost.from, reason);
}
