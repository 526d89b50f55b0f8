import type { TransactionSql } from "postgres";
import { AppError } from "../../../app-error.ts";
import type { Actor } from "../../actor.ts";
import { lockOpenClusters, retitle } from "./cluster-row.ts";
import { recordDecision } from "./record-decision.ts";

type Merging = {
  readonly workspaceId: string;
  readonly actor: Actor;
  /** The first one stays. */
  readonly clusterIds: readonly string[];
};

/** Shows clusters as one from now on. Their questions stay where they are, so that the undo takes nothing apart that came later. */
export async function mergeClusters(tx: TransactionSql, { workspaceId, actor, clusterIds }: Merging) {
  const [into, ...others] = await lockOpenClusters(tx, { workspaceId, clusterIds: [...new Set(clusterIds)] });
  if (into === undefined || others.length === 0)
    throw new AppError("invalid_request", { fields: ["clusterIds"] });
  const sources = others.map(({ id }) => id);
  const parts = await tx<{ id: string; was: string | null }[]>`
    select id, merged_into as was from learning_cluster
    where workspace_id = ${workspaceId} and (id = any(${sources}::uuid[]) or merged_into = any(${sources}::uuid[])) order by id`;
  await tx`
    update learning_cluster set merged_into = ${into.id} where id = any(${parts.map(({ id }) => id)}::uuid[])`;
  await retitle(tx, into.id);
  const decisionId = await recordDecision(tx, {
    ...{ workspaceId, actor, kind: "merge", clusterIds: [into.id, ...sources], title: into.title },
    facts: { parts: parts.map(({ id, was }) => ({ id, was })) },
  });
  return { decisionId, clusterId: into.id };
}
