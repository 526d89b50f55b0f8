import type { TransactionSql } from "postgres";
import type { Actor } from "../../actor.ts";
import { lockOpenClusters } from "./cluster-row.ts";
import { closeClusters, recordDecision } from "./record-decision.ts";

type Ignoring = {
  readonly workspaceId: string;
  readonly actor: Actor;
  readonly clusterIds: readonly string[];
};

/** Takes questions off the list that no entry should answer; one decision, undone as one. */
export async function ignoreClusters(
  tx: TransactionSql,
  { workspaceId, actor, clusterIds }: Ignoring,
): Promise<{ readonly decisionId: string }> {
  const clusters = await lockOpenClusters(tx, { workspaceId, clusterIds });
  const title = clusters[0]?.title ?? "";
  const decisionId = await recordDecision(tx, { workspaceId, actor, kind: "ignore", clusterIds, title });
  await closeClusters(tx, { clusterIds, decisionId, entry: null });
  return { decisionId };
}
