import type { TransactionSql } from "postgres";
import type { JsonObject } from "#flows/kernel/json.ts";
import { AppError } from "../../app-error.ts";
import { type BaseKey, getBase } from "../bases/get-base.ts";
import type { ProviderFailureCode } from "./provider-failure.ts";

/** How far the texts of a base are turned into vectors. */
export type EmbeddingState = {
  readonly state: "queued" | "running" | "ready" | "failed" | "cancelled";
  readonly done: number;
  readonly total: number;
  readonly errorCode: ProviderFailureCode | null;
  readonly errorFacts: JsonObject | null;
  /** When it is tried again by itself; null when it is not waiting. */
  readonly nextAt: Date | null;
};

/** Null when the workspace has no provider. A base that nobody has looked at yet is waiting. */
export async function getEmbeddingState(tx: TransactionSql, key: BaseKey): Promise<EmbeddingState | null> {
  await getBase(tx, key);
  const [row] = await tx<EmbeddingState[]>`
    select coalesce(e.state, 'queued') as state, coalesce(e.done, 0) as done, coalesce(e.total, 0) as total,
      e.error_code as "errorCode", e.error_facts as "errorFacts", e.next_at as "nextAt"
    from embedding_provider p left join base_embedding e on e.base_id = ${key.baseId} where p.workspace_id = ${key.workspaceId}`;
  return row ?? null;
}

/** Tried again now, whatever kept it from going on. */
export async function retryEmbedding(tx: TransactionSql, key: BaseKey): Promise<void> {
  await getBase(tx, key);
  await tx`
    update base_embedding set state = 'queued', attempts = 0, next_at = null, lease_until = null, error_code = null, error_facts = null
    where base_id = ${key.baseId} and state <> 'running'`;
}

/** Stops within a second and for good, until somebody asks for it again. What was made so far is kept. */
export async function cancelEmbedding(tx: TransactionSql, key: BaseKey): Promise<void> {
  await getBase(tx, key);
  const [row] = await tx`
    update base_embedding set state = 'cancelled', next_at = null, lease_until = null, error_code = null, error_facts = null
    where base_id = ${key.baseId} and state in ('queued', 'running') returning 1`;
  if (!row) throw new AppError("conflict", { reason: "nothing_under_way" });
}
