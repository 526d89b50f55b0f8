import { createHash } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";
import { exportBundle } from "../../flows/kernel/export-flow.ts";
import type { Bundle } from "../../flows/kernel/flow.ts";
import { toJsonText } from "../db/to-json-text.ts";
import { compileModels } from "../runtime/compile-models.ts";
import type { CompiledBundle } from "./compile-in-thread.ts";

// The starter hands over a parsed bundle; a thread cannot be called with types.
const bundle = workerData as Bundle;
const compiled: CompiledBundle = {
  bundleText: toJsonText(bundle),
  models: toJsonText(compileModels(bundle)),
  contentHash: createHash("sha256").update(exportBundle(bundle)).digest("hex"),
};
parentPort?.postMessage(compiled);
