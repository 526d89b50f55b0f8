import { Worker } from "node:worker_threads";

/** What a thread says: how far it is, any number of times, and then what came of it. */
export type ThreadMessage<Progress, Result> =
  | { readonly type: "progress"; readonly progress: Progress }
  | { readonly type: "end"; readonly result: Result };

type Order<Progress> = {
  /** The file that the thread runs; it finds `data` as its `workerData`, and posts `ThreadMessage`s. */
  readonly file: URL;
  readonly data: unknown;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** A thread that is not done by then is ended; without it, it may take as long as it takes. */
  readonly msMax?: number;
};

/** Works beside the event loop. Rejects when the thread fails or dies, for example of too little memory or at its time limit. */
export function workInThread<Progress, Result>(order: Order<Progress>): Promise<Result> {
  const { file, data, onProgress, msMax } = order;
  return new Promise((resolve, reject) => {
    const thread = new Worker(file, { workerData: data });
    let isLate = false;
    const stop = (): void => {
      isLate = true;
      void thread.terminate();
    };
    const limit = msMax === undefined ? undefined : setTimeout(stop, msMax);
    thread.on("message", (message: ThreadMessage<Progress, Result>) => {
      if (message.type === "progress") onProgress?.(message.progress);
      else resolve(message.result);
    });
    thread.once("error", reject);
    thread.once("exit", (code) => {
      clearTimeout(limit);
      const why = isLate ? `was not done after ${msMax} ms` : `ended with ${code} before it was done`;
      // After the end this changes nothing: the promise is settled.
      reject(new Error(`the thread ${why}`));
    });
  });
}
