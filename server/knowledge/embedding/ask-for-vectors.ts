import type { OutboundClient } from "../../net/create-outbound-client.ts";
import type { LocalModels } from "./local/create-local-models.ts";
import type { TextUse } from "./local/model-folder.ts";
import { type KnownProvider, type LocalModel, type Provider, toModelKey } from "./provider.ts";
import { ProviderFailure } from "./provider-failure.ts";
import { requestVectors } from "./request-vectors.ts";

/** The two that can be asked: a service by its address, a model on this machine by its name. */
export type Askable = { readonly outbound: OutboundClient; readonly models: LocalModels };

type Asked = {
  readonly texts: readonly string[];
  readonly use: TextUse;
  readonly timeoutMs: number;
  /** Somebody waits: then the time counts from now on, else from when its turn has come. */
  readonly isUrgent: boolean;
  readonly signal?: AbortSignal;
};

/** A vector of length 1 for each text, in their order, comparable with those that are kept. Throws a `ProviderFailure`, or the signal's reason. */
export async function askForVectors(
  { outbound, models }: Askable,
  provider: KnownProvider,
  asked: Asked,
): Promise<readonly Float32Array[]> {
  const { dimensions, modelKey } = provider;
  if (provider.baseUrl !== null) return requestVectors(outbound, provider, { ...asked, dimensions });
  const { vectors, modelKey: foundKey } = await askLocal(models, provider, asked);
  if (foundKey !== modelKey) throw new ProviderFailure("model_changed", { folder: provider.model });
  return vectors;
}

/** The same of one that is not known yet, with what its vectors can be compared with. */
export async function askForFirstVectors(
  { outbound, models }: Askable,
  provider: Provider,
  asked: Asked,
): Promise<{ readonly vectors: readonly Float32Array[]; readonly modelKey: string }> {
  if (provider.baseUrl === null) return askLocal(models, provider, asked);
  const vectors = await requestVectors(outbound, provider, { ...asked, dimensions: null });
  return { vectors, modelKey: toModelKey({ ...provider, dimensions: vectors[0]?.length ?? 0 }) };
}

async function askLocal(models: LocalModels, { model }: LocalModel, asked: Asked) {
  const { texts, use, timeoutMs, isUrgent, signal } = asked;
  const found = await models.embed({
    ...{ name: model, texts, use, signal },
    ...(isUrgent ? { urgentMs: timeoutMs } : {}),
  });
  const dimensions = found.vectors[0]?.length ?? 0;
  return { vectors: found.vectors, modelKey: toLocalKey(model, found.fingerprint, dimensions) };
}

export const toLocalKey = (model: string, fingerprint: string, dimensions: number): string =>
  toModelKey({ baseUrl: null, model: `${model}\n${fingerprint}`, dimensions });
