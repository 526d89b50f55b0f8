import { Worker } from "node:worker_threads";
import type { Extraction } from "../extract/extract-facts.ts";
import type { SourcePassage } from "../extract/read-lines.ts";

export type ExtractOrder =
  | { readonly type: "passages"; readonly passages: readonly SourcePassage[] }
  | { readonly type: "end"; readonly documentName: string };

/** Looks for facts beside the event loop, in passages as they are read. Rejects when reading fails or the thread dies. */
export async function extractInThread(
  documentName: string,
  groups: AsyncIterable<readonly SourcePassage[]>,
): Promise<Extraction> {
  const thread = new Worker(new URL("./extract-thread.ts", import.meta.url));
  const found = new Promise<Extraction>((resolve, reject) => {
    thread.once("message", resolve);
    thread.once("error", reject);
    // After a message this changes nothing: the promise is settled.
    thread.once("exit", (code) =>
      reject(new Error(`looking for facts ended with ${code} before it was done`)),
    );
  });
  // When reading fails below, nobody awaits this any more.
  found.catch(() => {});
  const post = (order: ExtractOrder) => thread.postMessage(order);
  try {
    for await (const passages of groups) post({ type: "passages", passages });
    post({ type: "end", documentName });
    return await found;
  } finally {
    void thread.terminate();
  }
}
