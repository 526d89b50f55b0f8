import type { TransactionSql } from "postgres";
import type { faqRevision } from "#drizzle/schema/faq.ts";
import type { Actor } from "../actor.ts";
import { contentOf } from "./entry-row.ts";

export type RevisionKind = typeof faqRevision.$inferInsert.kind;

type Change = {
  readonly entryIds: readonly string[];
  readonly kind: RevisionKind;
  readonly note?: string;
  readonly actor: Actor;
};

/** Writes what the entries have become into their history. To be called after every change of `rev`, in its transaction. */
export async function recordRevisions(
  tx: TransactionSql,
  { entryIds, kind, note = "", actor }: Change,
): Promise<void> {
  if (entryIds.length === 0) return;
  await tx`
    insert into faq_revision (entry_id, rev, base_id, workspace_id, kind, content, state, note, author_id, author_name)
    select e.id, e.rev, e.base_id, e.workspace_id, ${kind}, ${contentOf(tx)}, e.state, ${note}, ${actor.id}, ${actor.name}
    from faq_entry e where e.id = any(${[...entryIds]}::uuid[])`;
}
