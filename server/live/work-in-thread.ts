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
};

/** Works beside the event loop. Rejects when the thread fails or dies, for example of too little memory. */
export function workInThread<Progress, Result>({ file, data, onProgress }: Order<Progress>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(file, { workerData: data });
    thread.on("message", (message: ThreadMessage<Progress, Result>) => {
      if (message.type === "progress") onProgress?.(message.progress);
      else resolve(message.result);
    });
    thread.once("error", reject);
    // After the end this changes nothing: the promise is settled.
    thread.once("exit", (code) => reject(new Error(`the thread ended with ${code} before it was done`)));
  });
}
