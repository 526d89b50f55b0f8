import type { TransactionSql } from "postgres";
import type { Actor } from "../../actor.ts";

type Change = {
  readonly workspaceId: string;
  /** Null: the words count in every base of the workspace. */
  readonly baseId: string | null;
  readonly actor: Actor;
};

/** Says that live releases do not know the words of now; in the transaction that changes them, so that no change is forgotten. */
export async function markWordsChanged(
  tx: TransactionSql,
  { workspaceId, baseId, actor }: Change,
): Promise<void> {
  await tx`
    update knowledge_base set words_changed_at = clock_timestamp(), words_changed_by_id = ${actor.id}, words_changed_by_name = ${actor.name}
    where workspace_id = ${workspaceId} and (${baseId}::uuid is null or id = ${baseId}) and live_release_id is not null`;
}
