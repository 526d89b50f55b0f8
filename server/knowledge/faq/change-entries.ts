import type { TransactionSql } from "postgres";
import type { Actor } from "../actor.ts";
import { type BaseKey, getBase } from "../bases/get-base.ts";
import { assertReferences } from "./assert-references.ts";
import { assertRoom } from "./create-entry.ts";
import { type RevisionKind, recordRevisions } from "./record-revisions.ts";

/** What can be done to many entries at once without looking at each. None of it changes what customers are told. */
export type BulkChange =
  | { readonly type: "move"; readonly categoryId: string | null }
  | { readonly type: "tag"; readonly add: readonly string[]; readonly remove: readonly string[] }
  | { readonly type: "set-owner"; readonly ownerId: string | null }
  | { readonly type: "set-review"; readonly reviewEveryDays: number | null }
  | { readonly type: "delete" }
  | { readonly type: "bring-back" };

type Change = BaseKey & {
  readonly actor: Actor;
  readonly entryIds: readonly string[];
  readonly change: BulkChange;
};

/** Changes all that are there; entries that are gone meanwhile, or deleted already, are left out of the count. */
export async function changeEntries(
  tx: TransactionSql,
  { workspaceId, baseId, actor, entryIds, change }: Change,
): Promise<{ readonly changed: readonly string[] }> {
  await getBase(tx, { workspaceId, baseId });
  if (change.type === "move" || change.type === "set-owner")
    await assertReferences(tx, { workspaceId, baseId }, change);
  if (change.type === "bring-back") await assertRoom(tx, baseId, entryIds.length);
  const rows = await tx<{ id: string }[]>`
    update faq_entry set ${toAssignments(tx, change)}, rev = rev + 1, updated_at = now()
    where id = any(${[...entryIds]}::uuid[]) and base_id = ${baseId} and workspace_id = ${workspaceId}
      and ${change.type === "bring-back" ? tx`deleted_at is not null` : tx`deleted_at is null`}
    returning id`;
  const changed = rows.map(({ id }) => id);
  await recordRevisions(tx, { entryIds: changed, kind: KINDS[change.type], actor });
  return { changed };
}

const KINDS: { readonly [Type in BulkChange["type"]]: RevisionKind } = {
  move: "sorted",
  tag: "sorted",
  "set-owner": "sorted",
  "set-review": "sorted",
  delete: "deleted",
  "bring-back": "undeleted",
};

function toAssignments(tx: TransactionSql, change: BulkChange) {
  switch (change.type) {
    case "move":
      return tx`category_id = ${change.categoryId}`;
    case "tag":
      return tx`tags = array(select distinct t from unnest(tags || ${[...change.add]}::text[]) t
        where t <> all(${[...change.remove]}::text[]) order by t)`;
    case "set-owner":
      return tx`owner_id = ${change.ownerId}`;
    case "set-review":
      return tx`review_every_days = ${change.reviewEveryDays}`;
    case "delete":
      return tx`deleted_at = now()`;
    // It comes back as a draft: who deleted it took it away from customers, and nobody has approved the contrary.
    case "bring-back":
      return tx`deleted_at = null, state = 'draft'`;
  }
}
