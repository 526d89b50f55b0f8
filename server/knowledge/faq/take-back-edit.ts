import type { TransactionSql } from "postgres";
import type { FaqState } from "#drizzle/schema/faq.ts";
import type { Actor } from "../actor.ts";
import type { EntryRow } from "./entry-row.ts";
import { readRevision, writeContent } from "./update-entry.ts";

type TakingBack = {
  /** Locked, and unchanged since the edit. */
  readonly entry: EntryRow;
  readonly actor: Actor;
  /** The rev before the edit, and the state of then. */
  readonly to: number;
  readonly state: FaqState;
};

/** Undoes the last edit of an entry. What somebody approved before is approved again: it is word for word the same. */
export async function takeBackEdit(
  tx: TransactionSql,
  { entry, actor, to, state }: TakingBack,
): Promise<void> {
  const content = await readRevision(tx, { entryId: entry.id, rev: to });
  await writeContent(tx, { entry, actor, content, kind: "restored", state });
}
