import { createHash } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";
import { toJsonText } from "../../../db/to-json-text.ts";
import type { ThreadMessage } from "../../../live/work-in-thread.ts";
import { compileFaq } from "../../../understanding/compile-faq.ts";
import { listPhrasings } from "../entry-content.ts";
import type { CompiledRelease, CompileOrder } from "./compile-release.ts";
import type { ReleaseContent } from "./release-content.ts";
import { runTests } from "./run-tests.ts";

// The starter hands over an order, its content as text; a thread cannot be called with types.
const { contentText, tests } = workerData as CompileOrder;
const { entries, synonyms } = JSON.parse(contentText) as ReleaseContent;

const post = (message: ThreadMessage<number, CompiledRelease>): void => parentPort?.postMessage(message);

const model = compileFaq({
  synonyms,
  entries: entries.map((entry) => {
    const [question = "", ...similar] = listPhrasings(entry);
    return { id: entry.id, question, similar, negatives: entry.negatives };
  }),
  onProgress: (share) => post({ type: "progress", progress: share }),
});
post({
  type: "end",
  result: {
    contentText,
    modelText: toJsonText(model),
    contentHash: createHash("sha256").update(contentText).digest("hex"),
    entriesCount: entries.length,
    tests: runTests(model, { tests, entryIds: new Set(entries.map(({ id }) => id)) }),
  },
});
