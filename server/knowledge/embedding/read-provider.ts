import type { Sql, TransactionSql } from "postgres";
import type { SecretBox } from "../../auth/secret-box.ts";
import { embeddingKeyPlace, type KnownProvider } from "./provider.ts";
import { ProviderFailure } from "./provider-failure.ts";

type Row = Pick<KnownProvider, "model" | "batchSize" | "dimensions" | "modelKey"> & {
  readonly baseUrl: string | null;
  readonly sealedKey: string | null;
};

/** The workspace's provider with its key open; null when it has none. Throws `key_unreadable` when the key cannot be opened. */
export async function readProvider(
  sql: Sql | TransactionSql,
  secretBox: SecretBox,
  workspaceId: string,
): Promise<KnownProvider | null> {
  const [row] = await sql<Row[]>`
    select base_url as "baseUrl", model, api_key as "sealedKey", batch_size as "batchSize", dimensions, model_key as "modelKey"
    from embedding_provider where workspace_id = ${workspaceId}`;
  if (!row) return null;
  const { sealedKey, baseUrl, ...provider } = row;
  if (baseUrl === null) return { ...provider, baseUrl, apiKey: null };
  return { ...provider, baseUrl, apiKey: openKey(secretBox, sealedKey, workspaceId) };
}

function openKey(secretBox: SecretBox, sealed: string | null, workspaceId: string): string | null {
  if (sealed === null) return null;
  try {
    return secretBox.open(sealed, embeddingKeyPlace(workspaceId));
  } catch {
    throw new ProviderFailure("key_unreadable");
  }
}
