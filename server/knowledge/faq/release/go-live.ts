import type { TransactionSql } from "postgres";
import type { Actor } from "../../actor.ts";
import type { BaseKey } from "../../bases/get-base.ts";

type Going = BaseKey & {
  readonly actor: Pick<Actor, "name">;
  readonly note: string;
  readonly kind: "released" | "rolled-back";
  readonly from: string | null;
  readonly release: { readonly id: string; readonly number: number };
};

/** Moves the live pointer and leaves a line in the trail. The base is locked by the caller. */
export async function goLive(tx: TransactionSql, going: Going): Promise<void> {
  const { workspaceId, baseId, actor, kind, from, release, note } = going;
  await tx`update knowledge_base set live_release_id = ${release.id}, updated_at = now() where id = ${baseId}`;
  await tx`
    insert into faq_release_event (base_id, workspace_id, kind, release_id, from_release_id, number, note, author_name)
    values (${baseId}, ${workspaceId}, ${kind}, ${release.id}, ${from}, ${release.number}, ${note}, ${actor.name})`;
}

/**
 * Says of every approved entry whether customers get it: published is what the live release holds as it was approved last.
 * Returns those that were published by this very call; their rev has risen.
 */
export async function syncStates(tx: TransactionSql, baseId: string): Promise<readonly string[]> {
  const live = tx`
    select (x->>'id')::uuid as id, (x->>'rev')::int as rev from knowledge_base b
    join faq_release r on r.id = b.live_release_id, jsonb_array_elements(r.content->'entries') x where b.id = ${baseId}`;
  await tx`
    update faq_entry e set state = 'approved'
    where e.base_id = ${baseId} and e.state = 'published' and e.deleted_at is null
      and not exists (select from (${live}) l where l.id = e.id and l.rev = e.approved_rev)`;
  const rows = await tx<{ id: string }[]>`
    update faq_entry e set state = 'published', rev = e.rev + 1, updated_at = now()
    from (${live}) l
    where e.base_id = ${baseId} and e.state = 'approved' and e.deleted_at is null
      and l.id = e.id and l.rev = e.approved_rev returning e.id`;
  return rows.map(({ id }) => id);
}
