import { createHash } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";
import { toJsonText } from "../../../db/to-json-text.ts";
import { compileFaq } from "../../../understanding/compile-faq.ts";
import { listPhrasings } from "../entry-content.ts";
import type { CompileMessage } from "./compile-release.ts";
import type { ReleaseContent } from "./release-content.ts";

// The starter hands over a content as text; a thread cannot be called with types.
const contentText = workerData as string;
const { entries, synonyms } = JSON.parse(contentText) as ReleaseContent;

const post = (message: CompileMessage): void => parentPort?.postMessage(message);

const model = compileFaq({
  synonyms,
  entries: entries.map((entry) => {
    const [question = "", ...similar] = listPhrasings(entry);
    return { id: entry.id, question, similar, negatives: entry.negatives };
  }),
  onProgress: (share) => post({ type: "progress", share }),
});
post({
  type: "end",
  contentText,
  modelText: toJsonText(model),
  contentHash: createHash("sha256").update(contentText).digest("hex"),
  entriesCount: entries.length,
});
