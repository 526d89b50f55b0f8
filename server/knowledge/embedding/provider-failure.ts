import type { JsonObject } from "#flows/kernel/json.ts";

/** Why a provider gave no vectors. Stored and shown: never renamed. */
export type ProviderFailureCode =
  | "bad_url"
  | "address_refused"
  | "unreachable"
  | "timeout"
  /** 401 or 403. */
  | "key_refused"
  /** 404: the address or the model. */
  | "not_there"
  /** Any other status that says that asking again will not help. */
  | "refused"
  | "rate_limited"
  | "provider_down"
  /** What came is no list of vectors, one for each text. */
  | "bad_answer"
  /** Vectors of another length than those that are kept. */
  | "other_dimensions"
  /** What was sealed with a secret that this installation does not have any more. */
  | "key_unreadable"
  | ModelFailureCode;

/** The same of a model on this machine; the facts name its `folder`, and the `file` where one is meant. */
type ModelFailureCode =
  | "model_missing"
  | "model_file_missing"
  /** Not what a file of this name holds. */
  | "model_file_bad"
  /** A link that leads out of the folder of models. */
  | "model_outside"
  | "model_too_large"
  /** The runtime cannot use it, or does not know how its vectors are meant. */
  | "model_unfit"
  /** Other files than when the vectors were made; they are about to be made anew. */
  | "model_changed"
  | "model_slow"
  /** Less memory is free than it takes to load it. */
  | "model_no_room"
  /** Its thread ended, say for want of memory. */
  | "model_stopped";

const PASSING: ReadonlySet<ProviderFailureCode> = new Set([
  "unreachable",
  "timeout",
  "rate_limited",
  "provider_down",
  "model_changed",
  "model_slow",
  "model_no_room",
  "model_stopped",
]);

/** The same request may succeed later without a change. */
export const isPassing = (code: ProviderFailureCode): boolean => PASSING.has(code);

export class ProviderFailure extends Error {
  readonly code: ProviderFailureCode;
  /** What the provider said of it, and the like; never the key. */
  readonly facts: JsonObject;
  /** When it asks to be left alone until; null when it says nothing. */
  readonly retryAfterMs: number | null;

  constructor(code: ProviderFailureCode, facts: JsonObject = {}, retryAfterMs: number | null = null) {
    super(code);
    this.name = "ProviderFailure";
    this.code = code;
    this.facts = facts;
    this.retryAfterMs = retryAfterMs;
  }

  get isPassing(): boolean {
    return isPassing(this.code);
  }
}
