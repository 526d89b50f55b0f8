import type { JsonObject } from "#flows/kernel/json.ts";
import type { OutboundClient } from "../../net/create-outbound-client.ts";
import type { Provider } from "./provider.ts";
import { ProviderFailure, type ProviderFailureCode } from "./provider-failure.ts";
import { requestVectors } from "./request-vectors.ts";

const TIMEOUT_MS = 10_000;
/** Two texts of two languages: who answers with one vector for both does not take several at once. */
const TEXTS = ["怎么申请退货？", "How do I return an item?"];

export type ProviderTrial =
  | { readonly type: "works"; readonly dimensions: number; readonly ms: number }
  | { readonly type: "fails"; readonly code: ProviderFailureCode; readonly facts: JsonObject };

/** Asks a provider as it will be asked, and says what is wrong when it does not answer so. */
export async function tryProvider(client: OutboundClient, provider: Provider): Promise<ProviderTrial> {
  const startedAt = performance.now();
  try {
    const [vector] = await requestVectors(client, provider, {
      ...{
        texts: provider.batchSize === 1 ? TEXTS.slice(0, 1) : TEXTS,
        timeoutMs: TIMEOUT_MS,
        dimensions: null,
      },
    });
    return { type: "works", dimensions: vector?.length ?? 0, ms: Math.round(performance.now() - startedAt) };
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    return { type: "fails", code: error.code, facts: error.facts };
  }
}
