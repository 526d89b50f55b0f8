import { LRUCache } from "lru-cache";

export type Learning<Value> =
  | { readonly state: "ready"; readonly value: Value }
  | { readonly state: "learning" }
  | { readonly state: "failed"; readonly error: unknown; readonly since: number };

export type LearnOnce<Value> = {
  /**
   * What was learned by this name; the first who asks starts it. Of one `lane` only the newest waits: what it replaces is forgotten
   * unlearned, until somebody asks for it again. Without a lane, everything that was asked for is learned. What is being learned and
   * nobody has asked about for a while is given up as soon as another is asked for.
   */
  get(key: string, learn: Learn<Value>, lane?: string): Learning<Value>;
  put(key: string, value: Value): void;
  has(key: string): boolean;
};

/** Aborted when nobody wants to know any more. */
type Learn<Value> = (signal: AbortSignal) => Promise<Value>;

type Limits = {
  /** The least used is learned again when it is asked. */
  readonly max: number;
  /** Learning takes a core for seconds: more at once would starve the customers. */
  readonly threadsMax: number;
  /** Whoever wants to know asks more often than this. Without it, whatever was begun is learned to its end. */
  readonly idleMsMax?: number;
  /**
   * How long a failure is told before it is tried once more. Who asks by themselves until they have an answer would otherwise begin it
   * again each time. With 0, or without it, a failure is told once: for those who ask anew only when somebody clicks, and for what passes.
   */
  readonly failedMs?: (error: unknown) => number;
  readonly now?: () => number;
};

type Job = { readonly key: string; readonly given: AbortController; work(): Promise<void> };

/** Learns each thing once, a few at a time, and keeps it. */
export function createLearnOnce<Value>({
  max,
  threadsMax,
  idleMsMax = Number.POSITIVE_INFINITY,
  failedMs = () => 0,
  now = Date.now,
}: Limits): LearnOnce<Value> {
  const entries = new LRUCache<string, Learning<Value>>({ max });
  /** By lane. A newer job takes the turn of the one that it replaces: whoever keeps editing is neither first nor last for it. */
  const waiting = new Map<string, Job>();
  const running = new Set<Job>();
  /** When somebody asked about what is being learned. */
  const askedAt = new Map<string, number>();

  const next = (): void => {
    const [first] = running.size < threadsMax ? waiting : [];
    if (first === undefined) return;
    const [lane, job] = first;
    waiting.delete(lane);
    running.add(job);
    void job.work().finally(() => {
      running.delete(job);
      // Asked for again meanwhile, it is learned by another job.
      if (entries.peek(job.key)?.state !== "learning") askedAt.delete(job.key);
      next();
    });
  };

  const forget = (key: string): void => {
    if (entries.peek(key)?.state === "learning") entries.delete(key);
    askedAt.delete(key);
  };

  const start = (key: string, learn: Learn<Value>, lane: string): void => {
    const replaced = waiting.get(lane)?.key;
    if (replaced !== undefined) forget(replaced);
    entries.set(key, { state: "learning" });
    const given = new AbortController();
    const work = async (): Promise<void> => {
      try {
        const value = await learn(given.signal);
        entries.set(key, { state: "ready", value });
      } catch (error) {
        // Whoever asks again for what was given up must not be told that it failed.
        if (given.signal.aborted) return;
        entries.set(key, { state: "failed", error, since: now() });
      }
    };
    waiting.set(lane, { key, given, work });
    next();
  };

  const giveUpIdle = (): void => {
    if (waiting.size === 0) return;
    for (const { key, given } of running) {
      if (given.signal.aborted || now() - (askedAt.get(key) ?? 0) <= idleMsMax) continue;
      forget(key);
      given.abort();
    }
  };

  return {
    has: (key) => entries.has(key),
    put: (key, value) => void entries.set(key, { state: "ready", value }),
    get: (key, learn, lane = key) => {
      const known = entries.get(key);
      const keptMs = known?.state === "failed" ? failedMs(known.error) : 0;
      const isOver = known?.state === "failed" && keptMs > 0 && now() - known.since > keptMs;
      const entry = isOver ? undefined : known;
      if (entry === undefined || entry.state === "learning") askedAt.set(key, now());
      if (entry === undefined) start(key, learn, lane);
      giveUpIdle();
      if (entry?.state === "failed" && keptMs === 0) entries.delete(key);
      return entry ?? { state: "learning" };
    },
  };
}
