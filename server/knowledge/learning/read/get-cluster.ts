import type { TransactionSql } from "postgres";
import type { LearningSignal } from "#drizzle/schema/learning.ts";
import { AppError } from "../../../app-error.ts";
import type { ClusterKey } from "../decide/cluster-row.ts";
import { type Neighbour, nearOf } from "./list-clusters.ts";

/** Who decides has seen enough long before; the rest is there for machines. */
const SAMPLES_MAX = 200;

export type Sample = {
  readonly key: string;
  readonly text: string;
  readonly asks: number;
  readonly people: number;
  readonly signals: readonly LearningSignal[];
  readonly lastAt: Date;
  /** Where it was asked last. */
  readonly conversationId: string;
  readonly botName: string;
};

type Row = {
  readonly id: string;
  readonly title: string;
  readonly state: "open" | "accepted" | "ignored";
  readonly isReopened: boolean;
  readonly baseId: string | null;
  readonly entryId: string | null;
  readonly near: readonly Neighbour[];
};

/** One cluster with its questions, each once, the most asked first. */
export async function getCluster(tx: TransactionSql, { workspaceId, clusterId }: ClusterKey) {
  const [cluster] = await tx<Row[]>`
    select c.id, c.title, c.state, c.reopened_at is not null as "isReopened", c.base_id as "baseId", c.entry_id as "entryId",
      ${nearOf(tx)} as near
    from learning_cluster c where c.id = ${clusterId} and c.workspace_id = ${workspaceId} and c.merged_into is null`;
  if (!cluster) throw new AppError("not_found");
  const samples = await tx<(Sample & { total: number })[]>`
    with asked as (
      select q.* from learning_question q join learning_cluster part on part.id = q.cluster_id
      where q.workspace_id = ${workspaceId} and coalesce(part.merged_into, part.id) = ${clusterId})
    select a.key, min(a.text) as text, count(*)::int as asks, count(distinct a.contact_id)::int as people, max(a.asked_at) as "lastAt",
      array(select distinct s from asked b, unnest(b.signals) s where b.key = a.key order by s) as signals,
      (array_agg(a.conversation_id order by a.asked_at desc))[1] as "conversationId",
      coalesce((select name from bot where id = (array_agg(a.bot_id order by a.asked_at desc))[1]), '') as "botName",
      count(*) over ()::int as total
    from asked a group by a.key order by count(*) desc, max(a.asked_at) desc, a.key limit ${SAMPLES_MAX}`;
  return {
    ...cluster,
    samples: samples.map(({ total: _, ...sample }) => sample),
    total: samples[0]?.total ?? 0,
  };
}
