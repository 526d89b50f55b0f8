import type { Sql } from "postgres";

type Batch = {
  readonly baseId: string;
  readonly workspaceId: string;
  readonly modelKey: string;
  readonly hashes: readonly string[];
  readonly vectors: readonly Float32Array[];
};

/** Keeps a batch and counts it, in one statement: progress never says more than is there. */
export async function storeVectors(sql: Sql, batch: Batch): Promise<void> {
  const { baseId, workspaceId, modelKey, hashes, vectors } = batch;
  const texts = vectors.map((vector) => `{${vector.join(",")}}`);
  await sql`
    with kept as (
      insert into base_vector (base_id, workspace_id, model_key, hash, vector)
      select ${baseId}, ${workspaceId}, ${modelKey}, r.hash, r.vector::real[]
      from unnest(${[...hashes]}::text[], ${texts}::text[]) as r(hash, vector)
      on conflict do nothing returning 1)
    update base_embedding set done = done + (select count(*) from kept), attempts = 0, error_code = null, error_facts = null
    where base_id = ${baseId} and state = 'running'`;
}
