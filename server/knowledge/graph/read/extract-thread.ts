import { parentPort } from "node:worker_threads";
import { extractFacts } from "../extract/extract-facts.ts";
import type { SourcePassage } from "../extract/read-lines.ts";
import type { ExtractOrder } from "./extract-in-thread.ts";

/** Takes passages in groups and answers once with the facts in them. Started by `extract-in-thread.ts` only. */

const passages: SourcePassage[] = [];

parentPort?.on("message", (order: ExtractOrder) => {
  if (order.type === "passages") {
    passages.push(...order.passages);
    return;
  }
  parentPort?.postMessage(extractFacts(order.documentName, passages));
  parentPort?.close();
});
