import { LRUCache } from "lru-cache";

/** `failed` is told once: asked again, it is learned again. */
export type Learning<Value> =
  | { readonly state: "ready"; readonly value: Value }
  | { readonly state: "learning" | "failed" };

export type LearnOnce<Value> = {
  /** What was learned by this name; the first who asks starts it. */
  get(key: string, learn: () => Promise<Value>): Learning<Value>;
  put(key: string, value: Value): void;
  has(key: string): boolean;
};

type Limits = {
  /** The least used is learned again when it is asked. */
  readonly max: number;
  /** Learning takes a core for seconds: more at once would starve the customers. */
  readonly threadsMax: number;
};

/** Learns each thing once, a few at a time, and keeps it. */
export function createLearnOnce<Value>({ max, threadsMax }: Limits): LearnOnce<Value> {
  const entries = new LRUCache<string, Learning<Value>>({ max });
  const waiting: (() => Promise<void>)[] = [];
  let running = 0;

  const next = (): void => {
    const job = running < threadsMax ? waiting.shift() : undefined;
    if (job === undefined) return;
    running += 1;
    void job().finally(() => {
      running -= 1;
      next();
    });
  };

  const start = (key: string, learn: () => Promise<Value>): void => {
    entries.set(key, { state: "learning" });
    waiting.push(async () => {
      try {
        entries.set(key, { state: "ready", value: await learn() });
      } catch {
        entries.set(key, { state: "failed" });
      }
    });
    next();
  };

  return {
    has: (key) => entries.has(key),
    put: (key, value) => void entries.set(key, { state: "ready", value }),
    get: (key, learn) => {
      const entry = entries.get(key);
      if (entry === undefined) start(key, learn);
      if (entry?.state === "failed") entries.delete(key);
      return entry ?? { state: "learning" };
    },
  };
}
