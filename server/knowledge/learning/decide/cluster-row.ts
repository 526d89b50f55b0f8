import type { TransactionSql } from "postgres";
import { AppError } from "../../../app-error.ts";

export type ClusterKey = { readonly workspaceId: string; readonly clusterId: string };

export type ClusterRow = {
  readonly id: string;
  readonly title: string;
  readonly state: "open" | "accepted" | "ignored";
};

/** Open clusters, locked against other decisions, in the order asked for; a conflict when somebody decided one of them meanwhile. */
export async function lockOpenClusters(
  tx: TransactionSql,
  { workspaceId, clusterIds }: { readonly workspaceId: string; readonly clusterIds: readonly string[] },
): Promise<readonly ClusterRow[]> {
  const rows = await tx<(ClusterRow & { mergedInto: string | null })[]>`
    select id, title, state, merged_into as "mergedInto" from learning_cluster
    where workspace_id = ${workspaceId} and id = any(${[...clusterIds]}::uuid[]) order by id for no key update`;
  const found = new Map(rows.map((row) => [row.id, row]));
  return clusterIds.map((id) => {
    const row = found.get(id);
    if (!row) throw new AppError("not_found");
    if (row.state !== "open" || row.mergedInto !== null)
      throw new AppError("conflict", { reason: "cluster_decided" });
    return row;
  });
}

export async function lockOpenCluster(
  tx: TransactionSql,
  { workspaceId, clusterId }: ClusterKey,
): Promise<ClusterRow> {
  const [row] = await lockOpenClusters(tx, { workspaceId, clusterIds: [clusterId] });
  if (!row) throw new AppError("not_found");
  return row;
}

/** A cluster is called by what is asked most in it, with all that was merged into it. */
export async function retitle(tx: TransactionSql, clusterId: string): Promise<void> {
  await tx`
    update learning_cluster c set title = coalesce((
      select min(q.text) from learning_question q join learning_cluster part on part.id = q.cluster_id
      where coalesce(part.merged_into, part.id) = c.id
      group by q.key order by count(*) desc, char_length(q.key), q.key limit 1), c.title)
    where c.id = ${clusterId}`;
}
