import type { TransactionSql } from "postgres";
import type { Actor } from "../../actor.ts";

type NewTests = {
  readonly workspaceId: string;
  readonly baseId: string;
  readonly entryId: string;
  readonly actor: Actor;
  readonly decisionId: string;
  readonly questions: readonly string[];
};

/** Every question that was accepted must be answered by its entry in every release from now on. A question has one test a base. */
export async function addTests(tx: TransactionSql, tests: NewTests): Promise<void> {
  const { workspaceId, baseId, entryId, actor, decisionId, questions } = tests;
  await tx`
    insert into faq_test (workspace_id, base_id, entry_id, question, decision_id, author_name)
    select ${workspaceId}, ${baseId}, ${entryId}, q, ${decisionId}, ${actor.name} from unnest(${[...questions]}::text[]) q
    on conflict (base_id, question) do nothing`;
}
