import { fork } from "node:child_process";
import { createTurns } from "./create-turns.ts";
import type { HostedThread, HostMessage } from "./host-thread.ts";

/**
 * Work that takes seconds, beside the event loop.
 *
 * W1. It is done by a thread in a process of its own: a thread whose memory is full often takes its whole process along (V8 aborts it
 *     where it can neither collect nor stop), and this one serves customers.
 * W2. Whoever waits hears of an end: a result, or `ThreadLost`. By then the process is gone, or goes.
 * W3. It never outlives this process, and holds its stop up no longer than a moment (`stopThreads`).
 * W4. No more than two work at once, whatever they are for: each takes a core, and more would starve the customers.
 */

/** What a thread says: how far it is, any number of times, and then what came of it. */
export type ThreadMessage<Progress, Result> =
  | { readonly type: "progress"; readonly progress: Progress }
  | { readonly type: "end"; readonly result: Result };

/** Who waits for it. Customers come first; of what takes minutes one leaves a place to all else. */
export type Rank = "customers" | "editors" | "publishing";

const turns = createTurns<Rank>(2, [
  ["customers", 2],
  ["editors", 2],
  ["publishing", 1],
]);

export type Order<Progress> = {
  /** The file that the thread runs; it finds `data` as its `workerData`, and posts `ThreadMessage`s. */
  readonly file: URL;
  readonly data: unknown;
  readonly rank: Rank;
  /** Told how many are before it, as long as there are any. */
  readonly onWait?: ((ahead: number) => void) | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** From the beginning of its turn. */
  readonly msMax: number;
  readonly memoryMaxMb?: number | undefined;
  /** Nobody wants what would come of it any more. */
  readonly signal?: AbortSignal | undefined;
};

/** Twice what the largest draft takes that can be written (100 intents of 500 examples). */
const MEMORY_MAX_MB = 1_536;

/**
 * late: not done in time; memory: it had too little; stopped: it was told to; killed: its process was ended by somebody else, or could
 * not be started; failed: the work itself is at fault, and would fail again.
 */
type Why = "late" | "memory" | "stopped" | "killed" | "failed";

/** Work that ended before it was done. */
export class ThreadLost extends Error {
  readonly why: Why;

  constructor(why: Why, message: string) {
    super(message);
    this.name = "ThreadLost";
    this.why = why;
  }
}

type Lose = (why: Why, message: string) => void;

/** What is at work now. */
const live = new Set<Lose>();
let isStopped = false;

/** Before this process ends: whoever waits hears of it at once, and nothing is begun any more. */
export function stopThreads(): void {
  isStopped = true;
  for (const lose of live) lose("stopped", "the server stops");
}

export function workInThread<Progress, Result>(order: Order<Progress>): Promise<Result> {
  return turns.take(order.rank, () => work<Progress, Result>(order), order.onWait);
}

async function work<Progress, Result>(order: Order<Progress>): Promise<Result> {
  if (isStopped || order.signal?.aborted)
    throw new ThreadLost("stopped", "the thread was not wanted any more");
  const { file, data, onProgress, msMax, memoryMaxMb = MEMORY_MAX_MB, signal } = order;
  const host = fork(new URL("./host-thread.ts", import.meta.url), {
    serialization: "advanced",
    execArgv: ["--no-warnings", `--max-old-space-size=${memoryMaxMb}`],
    // V8's last words about a full heap are pages long; why it ended is said by `ThreadLost`.
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  return new Promise((resolve, reject) => {
    const lose: Lose = (why, message) => {
      reject(new ThreadLost(why, message));
      host.kill("SIGKILL");
    };
    live.add(lose);
    const limit = setTimeout(() => lose("late", `the thread was not done after ${msMax} ms`), msMax);
    const onAbort = (): void => lose("stopped", "the thread was told to stop");
    signal?.addEventListener("abort", onAbort, { once: true });
    host.on("message", (said) => {
      // as: only the host and its thread can say anything here.
      const message = said as ThreadMessage<Progress, Result> | HostMessage;
      if (message.type === "progress") onProgress?.(message.progress);
      else if (message.type === "end") resolve(message.result);
      else lose(isOfMemory(message) ? "memory" : "failed", message.message);
    });
    host.once("error", (error) => lose("killed", error.message));
    host.once("close", (code, killedBy) => {
      live.delete(lose);
      clearTimeout(limit);
      signal?.removeEventListener("abort", onAbort);
      // V8 aborts a process whose heap is full; a system that runs out of memory kills one. After an end this changes nothing.
      const isFull = code === ABORTED || killedBy === "SIGABRT" || killedBy === "SIGKILL";
      const why = `the thread ended with ${code ?? killedBy} before it was done`;
      reject(new ThreadLost(isFull ? "memory" : killedBy === null ? "failed" : "killed", why));
    });
    host.send({ file: file.href, data } satisfies HostedThread, (error) => {
      if (error !== null) lose("killed", error.message);
    });
  });
}

/** As a shell tells of SIGABRT. */
const ABORTED = 134;
/** What V8 says when no room is left for a typed array. */
const NO_ROOM = "Array buffer allocation failed";

function isOfMemory({ code, message }: HostMessage): boolean {
  return code === "ERR_WORKER_OUT_OF_MEMORY" || message === NO_ROOM;
}
