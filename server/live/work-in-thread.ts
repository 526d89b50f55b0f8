import { fork } from "node:child_process";
import type { HostedThread, HostMessage } from "./host-thread.ts";

/**
 * Work that takes seconds, beside the event loop.
 *
 * W1. It is done by a thread in a process of its own: a thread whose memory is full often takes its whole process along (V8 aborts it
 *     where it can neither collect nor stop), and this one serves customers.
 * W2. Whoever waits hears of an end: a result, or `ThreadLost`. By then the process is gone, or goes.
 * W3. It never outlives this process.
 */

/** What a thread says: how far it is, any number of times, and then what came of it. */
export type ThreadMessage<Progress, Result> =
  | { readonly type: "progress"; readonly progress: Progress }
  | { readonly type: "end"; readonly result: Result };

type Order<Progress> = {
  /** The file that the thread runs; it finds `data` as its `workerData`, and posts `ThreadMessage`s. */
  readonly file: URL;
  readonly data: unknown;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly msMax: number;
  readonly memoryMaxMb?: number | undefined;
  /** Nobody wants what would come of it any more. */
  readonly signal?: AbortSignal | undefined;
};

/** Twice what the largest draft takes that can be written (100 intents of 500 examples). */
const MEMORY_MAX_MB = 1_536;

/** late: not done in time; memory: it had too little; stopped: it was told to; failed: all else. */
type Why = "late" | "memory" | "stopped" | "failed";

/** Work that ended before it was done. */
export class ThreadLost extends Error {
  readonly why: Why;

  constructor(why: Why, message: string) {
    super(message);
    this.name = "ThreadLost";
    this.why = why;
  }
}

export function workInThread<Progress, Result>(order: Order<Progress>): Promise<Result> {
  const { file, data, onProgress, msMax, memoryMaxMb = MEMORY_MAX_MB, signal } = order;
  const host = fork(new URL("./host-thread.ts", import.meta.url), {
    serialization: "advanced",
    execArgv: ["--no-warnings", `--max-old-space-size=${memoryMaxMb}`],
    // V8's last words about a full heap are pages long; why it ended is said by `ThreadLost`.
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  return new Promise((resolve, reject) => {
    const lose = (why: Why, message: string): void => {
      reject(new ThreadLost(why, message));
      host.kill("SIGKILL");
    };
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
    host.once("error", (error) => lose("failed", error.message));
    host.once("close", (code, killedBy) => {
      clearTimeout(limit);
      signal?.removeEventListener("abort", onAbort);
      // V8 aborts a process whose heap is full; a system that runs out of memory kills one. After an end this changes nothing.
      const isFull = code === ABORTED || killedBy === "SIGABRT" || killedBy === "SIGKILL";
      const why = `the thread ended with ${code ?? killedBy} before it was done`;
      reject(new ThreadLost(isFull ? "memory" : "failed", why));
    });
    if (signal?.aborted) return onAbort();
    host.send({ file: file.href, data } satisfies HostedThread, (error) => {
      if (error !== null) lose("failed", error.message);
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
