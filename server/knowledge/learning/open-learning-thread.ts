import { Worker } from "node:worker_threads";

export type LearningOrder = {
  readonly type: "find-questions" | "group-questions" | "pick-titles" | "join-alike";
  readonly json: string;
};

export type LearningThread = {
  /** One at a time, in order. Rejects when the thread dies, for example of too little memory. */
  ask(type: LearningOrder["type"], json: string): Promise<string>;
  close(): Promise<void>;
};

/** A thread that looks through talks and groups questions, beside the event loop. */
export function openLearningThread(): LearningThread {
  const thread = new Worker(new URL("./learning-thread.ts", import.meta.url));
  const ended = new Promise<never>((_resolve, reject) => {
    thread.once("error", reject);
    thread.once("exit", (code) => reject(new Error(`learning ended with ${code} before it was done`)));
  });
  // Nobody may be waiting when it ends.
  ended.catch(() => {});
  return {
    ask(type, json) {
      const answered = new Promise<string>((resolve) => thread.once("message", resolve));
      thread.postMessage({ type, json } satisfies LearningOrder);
      return Promise.race([answered, ended]);
    },
    async close() {
      await thread.terminate();
    },
  };
}
