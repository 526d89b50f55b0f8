import type { TransactionSql } from "postgres";

export type LearningStatus = {
  /** The look that is being taken, or waits for a worker. */
  readonly running: {
    readonly progress: number;
    readonly isWaiting: boolean;
    /** Since somebody asked for it. */
    readonly ageMs: number;
  } | null;
  readonly last: {
    readonly state: "done" | "failed";
    readonly at: Date;
    readonly found: number;
    readonly clusters: number;
    readonly isNightly: boolean;
  } | null;
};

export async function getLearningStatus(tx: TransactionSql, workspaceId: string): Promise<LearningStatus> {
  const [running = null] = await tx<NonNullable<LearningStatus["running"]>[]>`
    select progress, state = 'queued' as "isWaiting",
      (extract(epoch from now() - created_at) * 1000)::float8 as "ageMs" from learning_run
    where workspace_id = ${workspaceId} and state in ('queued', 'running')`;
  const [last = null] = await tx<NonNullable<LearningStatus["last"]>[]>`
    select state, ended_at as at, found, clusters, reason = 'nightly' as "isNightly" from learning_run
    where workspace_id = ${workspaceId} and state in ('done', 'failed') order by id desc limit 1`;
  return { running, last };
}
