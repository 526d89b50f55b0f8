import { LRUCache } from "lru-cache";
import { maskPersonalData } from "#flows/answers/mask-personal-data.ts";
import type { Logger } from "../../log.ts";
import { type Askable, askForVectors } from "./ask-for-vectors.ts";
import type { KnownProvider } from "./provider.ts";

/** Customers wait for this at most; then words alone answer. */
const QUERY_MS = 1_500;
const KEPT_MAX = 2_000;
const CHARS_MAX = 1_000;
/** A provider that failed is left alone for so long: else every customer would wait for it in vain. */
const REST_MS = 15_000;

export type QueryVectors = {
  /** The vector of what somebody asked, without personal data; null when it did not come in time. Never rejects. */
  get(asking: Asking, text: string): Promise<Float32Array | null>;
};

export type Asking = { readonly workspaceId: string; readonly provider: KnownProvider };

type Deps = Askable & { readonly log: Logger; now(): number };

export function createQueryVectors({ log, now, ...askable }: Deps): QueryVectors {
  const kept = new LRUCache<string, Float32Array>({ max: KEPT_MAX });
  const running = new Map<string, Promise<Float32Array | null>>();
  const restsUntil = new LRUCache<string, number>({ max: KEPT_MAX });

  const ask = async (
    { workspaceId, provider }: Asking,
    text: string,
    key: string,
  ): Promise<Float32Array | null> => {
    try {
      const asked = { texts: [text], use: "query", timeoutMs: QUERY_MS, isUrgent: true } as const;
      const [vector] = await askForVectors(askable, provider, asked);
      if (vector === undefined) return null;
      kept.set(key, vector);
      return vector;
    } catch (error) {
      restsUntil.set(workspaceId, now() + REST_MS);
      log.warn({ err: error, model: provider.model }, "a question has no vector; words alone answer");
      return null;
    }
  };

  return {
    get: (asking, asked) => {
      const { workspaceId, provider } = asking;
      const text = maskPersonalData(asked).trim().slice(0, CHARS_MAX);
      const key = `${workspaceId}/${provider.modelKey}/${text}`;
      const known = kept.get(key);
      if (known !== undefined) return Promise.resolve(known);
      if (text === "" || now() < (restsUntil.get(workspaceId) ?? 0)) return Promise.resolve(null);
      const answer = running.get(key) ?? ask(asking, text, key).finally(() => running.delete(key));
      running.set(key, answer);
      return answer;
    },
  };
}
