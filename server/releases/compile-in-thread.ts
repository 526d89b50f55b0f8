import { Worker } from "node:worker_threads";
import type { Bundle } from "../../flows/kernel/flow.ts";

/**
 * Learns a bundle's matchers beside the event loop (seconds for thousands of phrasings) and returns them as JSON text.
 * Rejects when the thread dies, for example of too little memory.
 */
export function compileInThread(bundle: Bundle): Promise<string> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL("./compile-models-thread.ts", import.meta.url), { workerData: bundle });
    thread.once("message", resolve);
    thread.once("error", reject);
    // After a message this changes nothing: the promise is settled.
    thread.once("exit", (code) => reject(new Error(`learning ended with ${code} before it was done`)));
  });
}
