import { createHash } from "node:crypto";

/** Whoever turns texts into vectors, as it is asked. */
export type Provider = Endpoint | LocalModel;

/** A service with an address. */
export type Endpoint = {
  /** Up to and without `/embeddings`. */
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey: string | null;
  /** Texts that it takes at once. */
  readonly batchSize: number;
};

/** A model in a folder on this machine. */
export type LocalModel = {
  readonly baseUrl: null;
  /** The folder's name. */
  readonly model: string;
  readonly apiKey: null;
  readonly batchSize: number;
};

/** One whose answers are known: vectors of this length, to be compared with those of the same key only. */
export type KnownProvider = Provider & { readonly dimensions: number; readonly modelKey: string };

export const BATCH_MAX = 64;
/** Of a model on this machine: few enough that progress is seen and a stop is felt. */
export const LOCAL_BATCH = 8;
export const DIMENSIONS_MAX = 4_096;

type Identity = {
  readonly baseUrl: string | null;
  /** Of a model on this machine: its name and what its files say, so that other files embed anew. */
  readonly model: string;
  readonly dimensions: number;
};

/** What a provider must be the same in for its vectors to be comparable. */
export function toModelKey({ baseUrl, model, dimensions }: Identity): string {
  return createHash("sha256")
    .update([baseUrl ?? "", model, dimensions].join("\n"))
    .digest("hex")
    .slice(0, 16);
}

/** People paste what their provider's page shows, with the end of it or without. */
export function toBaseUrl(text: string): string {
  return text
    .trim()
    .replace(/\/+$/, "")
    .replace(/\/embeddings$/, "")
    .replace(/\/+$/, "");
}

/** The place of a provider's key in the secret box. */
export const embeddingKeyPlace = (workspaceId: string): string => `${workspaceId}/embedding_provider/api_key`;
