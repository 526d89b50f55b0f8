import { Worker } from "node:worker_threads";
import type { Bundle } from "../../flows/kernel/flow.ts";

/** A bundle as a version stores it: its text, what was learned of it as JSON text, and the hash of its content. */
export type CompiledBundle = {
  readonly bundleText: string;
  readonly models: string;
  /** The same content has the same hash, in whatever order its keys were stored. */
  readonly contentHash: string;
};

/** Only what was learned, as JSON text: what a draft needs to be tried out. */
export async function compileInThread(bundle: Bundle): Promise<string> {
  return (await compileVersionInThread(bundle)).models;
}

/**
 * Learns a bundle's matchers beside the event loop (seconds for thousands of phrasings).
 * Rejects when the thread dies, for example of too little memory.
 */
export function compileVersionInThread(bundle: Bundle): Promise<CompiledBundle> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL("./compile-models-thread.ts", import.meta.url), { workerData: bundle });
    thread.once("message", resolve);
    thread.once("error", reject);
    // After a message this changes nothing: the promise is settled.
    thread.once("exit", (code) => reject(new Error(`learning ended with ${code} before it was done`)));
  });
}
