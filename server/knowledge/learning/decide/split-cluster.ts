import type { TransactionSql } from "postgres";
import { AppError } from "../../../app-error.ts";
import type { Actor } from "../../actor.ts";
import { type ClusterKey, lockOpenCluster, retitle } from "./cluster-row.ts";
import { recordDecision } from "./record-decision.ts";

type Splitting = ClusterKey & {
  readonly actor: Actor;
  /** Keys of the questions that are to stand by themselves. */
  readonly keys: readonly string[];
};

/** Takes questions out into a cluster of their own. New questions go to whichever of the two they are nearer to. */
export async function splitCluster(
  tx: TransactionSql,
  { workspaceId, clusterId, actor, keys }: Splitting,
): Promise<{ readonly decisionId: string; readonly clusterId: string }> {
  const cluster = await lockOpenCluster(tx, { workspaceId, clusterId });
  const [made] = await tx<{ id: string }[]>`
    insert into learning_cluster (workspace_id, title, near)
    select workspace_id, title, near from learning_cluster where id = ${clusterId} returning id`;
  if (!made) throw new Error("the cluster was not written");
  const moved = await tx`
    update learning_question q set cluster_id = ${made.id} from learning_cluster part
    where part.id = q.cluster_id and coalesce(part.merged_into, part.id) = ${clusterId} and q.key = any(${[...keys]}) returning q.id`;
  const [left] = await tx`
    select from learning_question q join learning_cluster part on part.id = q.cluster_id
    where coalesce(part.merged_into, part.id) = ${clusterId} limit 1`;
  if (moved.length === 0 || !left) throw new AppError("conflict", { reason: "nothing_to_split" });
  await retitle(tx, clusterId);
  await retitle(tx, made.id);
  const decisionId = await recordDecision(tx, {
    ...{ workspaceId, actor, kind: "split", clusterIds: [clusterId, made.id], title: cluster.title },
  });
  return { decisionId, clusterId: made.id };
}
