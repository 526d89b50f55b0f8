import { parentPort, type TransferListItem } from "node:worker_threads";
import { buildPassageIndex, type Passage, type PassageIndex } from "../../retrieval/passage-index.ts";
import type { IndexOrder } from "./build-index-in-thread.ts";

/** Takes passages in groups and answers once with their index. Started by `build-index-in-thread.ts` only. */

const passages: Passage[] = [];

parentPort?.on("message", (order: IndexOrder) => {
  if (order.type === "passages") {
    passages.push(...order.passages);
    return;
  }
  const index = buildPassageIndex(passages);
  parentPort?.postMessage(index, listBuffers(index));
  parentPort?.close();
});

/** All that is large is handed over, not copied. */
function listBuffers({ terms, starts, rows, counts, lengths }: PassageIndex): TransferListItem[] {
  // as: arrays of our own making never lie on shared memory.
  return [terms.hashes, terms.termIds, starts, rows, counts, lengths].map(
    ({ buffer }) => buffer as ArrayBuffer,
  );
}
