import { Worker } from "node:worker_threads";
import type { Passage, PassageIndex } from "../../retrieval/passage-index.ts";

export type IndexOrder =
  | { readonly type: "passages"; readonly passages: readonly Passage[] }
  | { readonly type: "end" };

/** Builds an index beside the event loop from groups of passages as they are read. Rejects when reading fails or the thread dies. */
export async function buildIndexInThread(groups: AsyncIterable<readonly Passage[]>): Promise<PassageIndex> {
  const thread = new Worker(new URL("./index-thread.ts", import.meta.url));
  const built = new Promise<PassageIndex>((resolve, reject) => {
    thread.once("message", resolve);
    thread.once("error", reject);
    // After a message this changes nothing: the promise is settled.
    thread.once("exit", (code) =>
      reject(new Error(`building an index ended with ${code} before it was done`)),
    );
  });
  // When reading fails below, nobody awaits this any more.
  built.catch(() => {});
  const post = (order: IndexOrder) => thread.postMessage(order);
  try {
    for await (const passages of groups) post({ type: "passages", passages });
    post({ type: "end" });
    return await built;
  } finally {
    void thread.terminate();
  }
}
