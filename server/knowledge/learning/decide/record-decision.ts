import type { TransactionSql } from "postgres";
import type { learningDecision } from "#drizzle/schema/learning.ts";
import type { JsonObject } from "#flows/kernel/json.ts";
import { toJsonText } from "../../../db/to-json-text.ts";
import type { Actor } from "../../actor.ts";

export type DecisionKind = typeof learningDecision.$inferInsert.kind;

type Deciding = {
  readonly workspaceId: string;
  readonly actor: Actor;
  readonly kind: DecisionKind;
  readonly clusterIds: readonly string[];
  readonly title: string;
  readonly entry?: { readonly baseId: string; readonly entryId: string };
  /** What the undo of this kind reads. */
  readonly facts?: JsonObject;
};

/** Writes who decided what. Returns its id, by which it is undone. */
export async function recordDecision(tx: TransactionSql, deciding: Deciding): Promise<string> {
  const { workspaceId, actor, kind, clusterIds, title, entry, facts = {} } = deciding;
  const [row] = await tx<{ id: string }[]>`
    insert into learning_decision (workspace_id, kind, cluster_ids, title, base_id, entry_id, facts, author_id, author_name)
    values (${workspaceId}, ${kind}, ${[...clusterIds]}::uuid[], ${title}, ${entry?.baseId ?? null}, ${entry?.entryId ?? null},
      ${toJsonText(facts)}::text::jsonb, ${actor.id}, ${actor.name}) returning id`;
  if (!row) throw new Error("the decision was not written");
  return row.id;
}

/** Takes open clusters off the list. */
export async function closeClusters(
  tx: TransactionSql,
  { clusterIds, decisionId, entry }: Closing,
): Promise<void> {
  await tx`
    update learning_cluster set state = ${entry ? "accepted" : "ignored"}, decision_id = ${decisionId}, decided_at = now(),
      reopened_at = null, base_id = ${entry?.baseId ?? null}, entry_id = ${entry?.entryId ?? null}
    where id = any(${[...clusterIds]}::uuid[])`;
}

type Closing = {
  readonly clusterIds: readonly string[];
  readonly decisionId: string;
  /** Null ignores them. */
  readonly entry: { readonly baseId: string; readonly entryId: string } | null;
};
