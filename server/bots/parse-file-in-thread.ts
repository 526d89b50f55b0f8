import { Worker } from "node:worker_threads";
import type { Parsed } from "#flows/kernel/migrate.ts";
import { type BundleFile, parseBundleFile } from "#flows/transfer/bundle-file.ts";

/** From this size on, reading a file would hold other requests up for longer than they may wait. */
const INLINE_CHARS_MAX = 256 * 1024;

/** Reads an uploaded bot; a large one beside the event loop. Rejects when the thread dies, for example of too little memory. */
export async function parseFileInThread(text: string, nameless: string): Promise<Parsed<BundleFile>> {
  if (text.length <= INLINE_CHARS_MAX) return parseBundleFile(text, nameless);
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL("./parse-file-thread.ts", import.meta.url), {
      workerData: { text, nameless },
    });
    thread.once("message", resolve);
    thread.once("error", reject);
    // After a message this changes nothing: the promise is settled.
    thread.once("exit", (code) => reject(new Error(`reading ended with ${code} before it was done`)));
  });
}
