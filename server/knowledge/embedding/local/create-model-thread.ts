import { Worker } from "node:worker_threads";
import type { Logger } from "../../../log.ts";
import { ProviderFailure } from "../provider-failure.ts";
import type { ModelAnswer, ModelOrder } from "./model-thread.ts";

/**
 * The one thread of this process that computes vectors, shared by all workspaces.
 *
 * T1. It is started by the first order, and ends after a while without one: then nothing of it is in memory.
 * T2. It has one order at a time. What a customer waits for goes before all else.
 * T3. However it ends, this process goes on. What it was doing fails for now, and for a moment it is not started again.
 */

/** No group of texts takes this long, on whatever machine: it hangs. */
const RUN_MS = 60_000;
const IDLE_MS = 10 * 60_000;
const REST_MS = 15_000;
/** For tokenizers; what the model itself takes is not counted here, but limited by its size. */
const HEAP_MB_MAX = 768;

export type Done = Extract<ModelAnswer, { readonly type: "done" }>;

export type ModelThread = {
  /** Rejects with a `ProviderFailure`, or the signal's reason. */
  run(order: ModelOrder, terms?: Terms): Promise<Done>;
  close(): Promise<void>;
};

type Terms = {
  /** Somebody waits for it now, and only so long. */
  readonly urgentMs?: number;
  readonly signal?: AbortSignal | undefined;
};

type Work = {
  readonly order: ModelOrder;
  readonly isUrgent: boolean;
  resolve(done: Done): void;
  reject(reason: unknown): void;
};

type Limits = { readonly idleMs: number; readonly runMs: number; readonly restMs: number };
type Deps = Partial<Limits> & { readonly log: Logger };

export function createModelThread({ log, ...limits }: Deps): ModelThread {
  const performer = createPerformer({ log, idleMs: IDLE_MS, runMs: RUN_MS, restMs: REST_MS, ...limits });
  return {
    run: (order, { urgentMs, signal } = {}) => {
      if (signal?.aborted) return Promise.reject(signal.reason);
      const { promise, resolve, reject } = Promise.withResolvers<Done>();
      const work = { order, isUrgent: urgentMs !== undefined, resolve, reject };
      const onAbort = () => performer.drop(work, signal?.reason);
      signal?.addEventListener("abort", onAbort, { once: true });
      const onLate = () => performer.drop(work, new ProviderFailure("model_slow"));
      const limit = urgentMs === undefined ? undefined : setTimeout(onLate, urgentMs);
      performer.add(work);
      return promise.finally(() => {
        clearTimeout(limit);
        signal?.removeEventListener("abort", onAbort);
      });
    },
    close: performer.close,
  };
}

function createPerformer({ log, idleMs, runMs, restMs }: Limits & Pick<Deps, "log">) {
  const waiting: Work[] = [];
  const timer = createTimer();
  let thread: Worker | null = null;
  let running: Work | null = null;
  let restsUntil = 0;
  let isClosed = false;

  const finish = (then: (work: Work | null) => void): void => {
    const work = running;
    running = null;
    then(work);
    next();
  };
  const end = (why: "model_slow" | "model_stopped"): void => {
    void thread?.terminate();
    thread = null;
    restsUntil = performance.now() + restMs;
    finish((work) => work?.reject(new ProviderFailure(why)));
  };
  const start = (): Worker => {
    const started = startWorker(log, {
      // Of a thread that was ended on purpose nothing is heard any more.
      onAnswer: (answer) => thread === started && finish((work) => work && settle(work, answer)),
      onExit: () => thread === started && end("model_stopped"),
    });
    return started;
  };
  const next = (): void => {
    if (running !== null) return;
    const work = takeNext(waiting);
    if (work === undefined) {
      timer.set(idleMs, () => {
        void thread?.terminate();
        thread = null;
      });
    } else if (isClosed || performance.now() < restsUntil) {
      work.reject(new ProviderFailure("model_stopped"));
      next();
    } else {
      thread ??= start();
      running = work;
      timer.set(runMs, () => end("model_slow"));
      thread.postMessage(work.order);
    }
  };

  return {
    add: (work: Work): void => {
      waiting.push(work);
      next();
    },
    /** What runs goes on to its end: a model that is being loaded serves whoever comes next. */
    drop: (work: Work, reason: unknown): void => {
      const at = waiting.indexOf(work);
      if (at !== -1) waiting.splice(at, 1);
      work.reject(reason);
    },
    close: async (): Promise<void> => {
      const ended = thread;
      isClosed = true;
      end("model_stopped");
      timer.clear();
      await ended?.terminate();
    },
  };
}

/** In the order in which they came, those first for which somebody waits. */
function takeNext(waiting: Work[]): Work | undefined {
  const at = waiting.findIndex(({ isUrgent }) => isUrgent);
  return waiting.splice(Math.max(at, 0), 1)[0];
}

function settle(work: Work, answer: ModelAnswer): void {
  if (answer.type === "done") work.resolve(answer);
  else work.reject(new ProviderFailure(answer.code, answer.facts));
}

type Listeners = { onAnswer(answer: ModelAnswer): void; onExit(): void };

function startWorker(log: Logger, { onAnswer, onExit }: Listeners): Worker {
  const worker = new Worker(new URL("./model-thread.ts", import.meta.url), {
    name: "vectors",
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB_MAX },
  });
  worker.on("message", onAnswer);
  worker.on("exit", onExit);
  worker.on("error", (error) => {
    log.warn({ err: error }, "the thread that computes vectors broke; it is started again when it is needed");
  });
  worker.unref();
  return worker;
}

/** One at a time, which holds no process back from ending. */
function createTimer() {
  let timer: NodeJS.Timeout | undefined;
  return {
    set: (ms: number, then: () => void): void => {
      clearTimeout(timer);
      timer = setTimeout(then, ms).unref();
    },
    clear: () => clearTimeout(timer),
  };
}
