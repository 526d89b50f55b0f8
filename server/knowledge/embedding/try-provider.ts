import type { JsonObject } from "#flows/kernel/json.ts";
import { type Askable, askForFirstVectors } from "./ask-for-vectors.ts";
import type { Provider } from "./provider.ts";
import { ProviderFailure, type ProviderFailureCode } from "./provider-failure.ts";

const TIMEOUT_MS = 10_000;
/** Of a model that has to be loaded first. */
const LOADING_MS = 45_000;
/** Two texts of two languages: who answers with one vector for both does not take several at once. */
const TEXTS = ["怎么申请退货？", "How do I return an item?"];

export type ProviderTrial =
  | { readonly type: "works"; readonly dimensions: number; readonly ms: number; readonly modelKey: string }
  | { readonly type: "fails"; readonly code: ProviderFailureCode; readonly facts: JsonObject };

/** Asks a provider as it will be asked, and says what is wrong when it does not answer so. */
export async function tryProvider(askable: Askable, provider: Provider): Promise<ProviderTrial> {
  const startedAt = performance.now();
  try {
    const { vectors, modelKey } = await askForFirstVectors(askable, provider, {
      texts: provider.batchSize === 1 ? TEXTS.slice(0, 1) : TEXTS,
      use: "query",
      timeoutMs: provider.baseUrl === null ? LOADING_MS : TIMEOUT_MS,
      isUrgent: true,
    });
    const dimensions = vectors[0]?.length ?? 0;
    return { type: "works", dimensions, ms: Math.round(performance.now() - startedAt), modelKey };
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    return { type: "fails", code: error.code, facts: error.facts };
  }
}
