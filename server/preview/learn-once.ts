import { LRUCache } from "lru-cache";

/** `failed` is told once: asked again, it is learned again. */
export type Learning<Value> =
  | { readonly state: "ready"; readonly value: Value }
  | { readonly state: "learning" | "failed" };

export type LearnOnce<Value> = {
  /**
   * What was learned by this name; the first who asks starts it. Of one `lane` only the newest waits: what it replaces is forgotten
   * unlearned, until somebody asks for it again. Without a lane, everything that was asked for is learned.
   */
  get(key: string, learn: () => Promise<Value>, lane?: string): Learning<Value>;
  put(key: string, value: Value): void;
  has(key: string): boolean;
};

type Limits = {
  /** The least used is learned again when it is asked. */
  readonly max: number;
  /** Learning takes a core for seconds: more at once would starve the customers. */
  readonly threadsMax: number;
};

type Job = { readonly key: string; work(): Promise<void> };

/** Learns each thing once, a few at a time, and keeps it. */
export function createLearnOnce<Value>({ max, threadsMax }: Limits): LearnOnce<Value> {
  const entries = new LRUCache<string, Learning<Value>>({ max });
  /** By lane. A newer job takes the turn of the one that it replaces: whoever keeps editing is neither first nor last for it. */
  const waiting = new Map<string, Job>();
  let running = 0;

  const next = (): void => {
    const [first] = running < threadsMax ? waiting : [];
    if (first === undefined) return;
    const [lane, job] = first;
    waiting.delete(lane);
    running += 1;
    void job.work().finally(() => {
      running -= 1;
      next();
    });
  };

  const start = (key: string, learn: () => Promise<Value>, lane: string): void => {
    const replaced = waiting.get(lane)?.key;
    if (replaced !== undefined && entries.peek(replaced)?.state === "learning") entries.delete(replaced);
    entries.set(key, { state: "learning" });
    const work = async (): Promise<void> => {
      try {
        entries.set(key, { state: "ready", value: await learn() });
      } catch {
        entries.set(key, { state: "failed" });
      }
    };
    waiting.set(lane, { key, work });
    next();
  };

  return {
    has: (key) => entries.has(key),
    put: (key, value) => void entries.set(key, { state: "ready", value }),
    get: (key, learn, lane = key) => {
      const entry = entries.get(key);
      if (entry === undefined) start(key, learn, lane);
      if (entry?.state === "failed") entries.delete(key);
      return entry ?? { state: "learning" };
    },
  };
}
