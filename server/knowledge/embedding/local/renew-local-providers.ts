import type { Sql } from "postgres";
import type { Logger } from "../../../log.ts";
import { type Askable, toLocalKey } from "../ask-for-vectors.ts";
import { LOCAL_BATCH } from "../provider.ts";
import { isPassing, ProviderFailure } from "../provider-failure.ts";
import { tryProvider } from "../try-provider.ts";

const AGAIN_MS = 60_000;

type Row = { readonly model: string; readonly dimensions: number; readonly modelKey: string };

/** Whoever replaces the files of a model that is in use makes other vectors of it: what workspaces know of it is brought level. */
export type Renewal = { renew(): Promise<void> };

export function createRenewal({
  sql,
  log,
  ...askable
}: Askable & { readonly sql: Sql; readonly log: Logger }): Renewal {
  /** What was tried in vain, by model: not again until its files change, or, where that may help, for a while. */
  const refused = new Map<string, { readonly fingerprint: string; readonly until: number }>();

  const renewOne = async ({ model, dimensions, modelKey }: Row): Promise<void> => {
    const fingerprint = await askable.models.identify(model);
    if (toLocalKey(model, fingerprint, dimensions) === modelKey) return;
    const known = refused.get(model);
    if (known?.fingerprint === fingerprint && performance.now() < known.until) return;
    const trial = await tryProvider(askable, { baseUrl: null, model, apiKey: null, batchSize: LOCAL_BATCH });
    if (trial.type === "fails") {
      const until = isPassing(trial.code) ? performance.now() + AGAIN_MS : Number.POSITIVE_INFINITY;
      refused.set(model, { fingerprint, until });
      log.warn({ model, code: trial.code }, "the files of a model have changed, and cannot be used");
      return;
    }
    // Bases that failed with the old files are tried with the new ones.
    await sql`
      with changed as (
        update embedding_provider set model_key = ${trial.modelKey}, dimensions = ${trial.dimensions}, updated_at = now()
        where base_url is null and model = ${model} and model_key = ${modelKey} returning workspace_id)
      update base_embedding set state = 'queued', attempts = 0, next_at = null, error_code = null, error_facts = null
      where workspace_id in (select workspace_id from changed) and state = 'failed'`;
  };

  const renewAll = async (): Promise<void> => {
    const rows = await sql<Row[]>`
      select distinct model, dimensions, model_key as "modelKey" from embedding_provider where base_url is null`;
    for (const row of rows)
      await renewOne(row).catch((error: unknown) => {
        // A folder that is gone or half copied is looked at again with the next sweep, and shown where the model was chosen.
        if (!(error instanceof ProviderFailure)) throw error;
      });
  };

  let running: Promise<void> | null = null;
  return {
    // Sweeps do not wait for each other, and loading a model takes longer than the pause between two.
    renew: () => {
      running ??= renewAll().finally(() => {
        running = null;
      });
      return running;
    },
  };
}
