import type { TransactionSql } from "postgres";
import { AppError } from "../../app-error.ts";
import { recordAudit } from "../../auth/audit.ts";
import type { SecretBox } from "../../auth/secret-box.ts";
import type { Actor } from "../actor.ts";
import type { InWorkspace } from "../faq/ask-base.ts";
import type { Askable } from "./ask-for-vectors.ts";
import { type Endpoint, embeddingKeyPlace, type LocalModel, type Provider, toBaseUrl } from "./provider.ts";
import { readProvider } from "./read-provider.ts";
import { type ProviderTrial, tryProvider } from "./try-provider.ts";

/** A provider as managers see it: its key goes in and never comes out. */
export type ProviderSettings = {
  /** Null for a model on this machine. */
  readonly baseUrl: string | null;
  readonly model: string;
  readonly hasKey: boolean;
  readonly batchSize: number;
  readonly dimensions: number;
  readonly authorName: string;
  readonly updatedAt: Date;
};

/** What is typed: `undefined` keeps the key that is there, null asks for none. */
type GivenProvider = LocalModel | (Omit<Endpoint, "apiKey"> & { readonly apiKey: string | null | undefined });

type Owner = { readonly workspaceId: string };
type Deps = Askable & {
  readonly inWorkspace: InWorkspace;
  readonly secretBox: SecretBox;
};

export async function getProviderSettings(
  tx: TransactionSql,
  { workspaceId }: Owner,
): Promise<ProviderSettings | null> {
  const [row] = await tx<ProviderSettings[]>`
    select base_url as "baseUrl", model, api_key is not null as "hasKey", batch_size as "batchSize", dimensions,
      author_name as "authorName", updated_at as "updatedAt"
    from embedding_provider where workspace_id = ${workspaceId}`;
  return row ?? null;
}

/** Asks what was typed, and keeps nothing. No transaction is open while the provider thinks. */
export async function tryGivenProvider(deps: Deps, given: Owner & GivenProvider): Promise<ProviderTrial> {
  return tryProvider(deps, await complete(deps, given));
}

/** Keeps a provider that works; one that does not is told and changes nothing. Every base is looked at anew. */
export async function saveProvider(
  deps: Deps,
  { actor, ...given }: Owner & GivenProvider & { readonly actor: Actor },
): Promise<ProviderTrial> {
  const { workspaceId } = given;
  const provider = await complete(deps, given);
  const trial = await tryProvider(deps, provider);
  if (trial.type === "fails") return trial;
  const { baseUrl, model, apiKey, batchSize } = provider;
  const { dimensions, modelKey } = trial;
  const sealed = apiKey === null ? null : deps.secretBox.seal(apiKey, embeddingKeyPlace(workspaceId));
  await deps.inWorkspace(async (tx) => {
    await tx`
      insert into embedding_provider (workspace_id, base_url, model, api_key, batch_size, dimensions, model_key, author_name)
      values (${workspaceId}, ${baseUrl}, ${model}, ${sealed}, ${batchSize}, ${dimensions},
        ${modelKey}, ${actor.name})
      on conflict (workspace_id) do update set base_url = excluded.base_url, model = excluded.model, api_key = excluded.api_key,
        batch_size = excluded.batch_size, dimensions = excluded.dimensions, model_key = excluded.model_key,
        author_name = excluded.author_name, updated_at = now()`;
    await tx`
      update base_embedding set state = 'queued', attempts = 0, next_at = null, error_code = null, error_facts = null
      where workspace_id = ${workspaceId} and state <> 'running'`;
    await recordAudit(tx, {
      workspaceId,
      actor,
      action: "embedding-changed",
      target: model,
      facts: { baseUrl },
    });
  });
  return trial;
}

/** Search goes on by words alone at once; the vectors go in the background. */
export async function removeProvider(
  tx: TransactionSql,
  { workspaceId, actor }: Owner & { readonly actor: Actor },
): Promise<void> {
  const [gone] = await tx<{ model: string }[]>`
    delete from embedding_provider where workspace_id = ${workspaceId} returning model`;
  if (!gone) throw new AppError("not_found");
  await recordAudit(tx, { workspaceId, actor, action: "embedding-removed", target: gone.model });
}

/** A key that is kept goes to the address for which it was given only: else whoever may change the address could read it there. */
async function complete({ inWorkspace, secretBox }: Deps, given: Owner & GivenProvider): Promise<Provider> {
  if (given.baseUrl === null) return given;
  const { workspaceId, model, batchSize, apiKey } = given;
  const baseUrl = toBaseUrl(given.baseUrl);
  if (apiKey !== undefined) return { baseUrl, model, batchSize, apiKey };
  const known = await inWorkspace((tx) => readProvider(tx, secretBox, workspaceId));
  if (known === null || known.baseUrl !== baseUrl)
    throw new AppError("invalid_request", { reason: "key_needed" });
  return { baseUrl, model, batchSize, apiKey: known.apiKey };
}
