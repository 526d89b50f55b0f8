import { parentPort, workerData } from "node:worker_threads";
import type { Bundle } from "../../flows/kernel/flow.ts";
import { toJsonText } from "../db/to-json-text.ts";
import type { ThreadMessage } from "../live/work-in-thread.ts";
import { compileModels, type LearningProgress } from "../runtime/compile-models.ts";
import type { CompiledBundle } from "./compile-in-thread.ts";
import { hashContent } from "./hash-content.ts";

// The starter hands over a parsed bundle; a thread cannot be called with types.
const bundle = workerData as Bundle;
const post = (message: ThreadMessage<LearningProgress, CompiledBundle>): void =>
  parentPort?.postMessage(message);

post({
  type: "end",
  result: {
    bundleText: toJsonText(bundle),
    models: toJsonText(compileModels(bundle, (progress) => post({ type: "progress", progress }))),
    contentHash: hashContent(bundle),
  },
});
