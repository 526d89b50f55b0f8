import { parentPort, workerData } from "node:worker_threads";
import type { Bundle } from "../../flows/kernel/flow.ts";
import { toJsonText } from "../db/to-json-text.ts";
import { compileModels } from "../runtime/compile-models.ts";

// The starter hands over a parsed bundle; a thread cannot be called with types.
const bundle = workerData as Bundle;
parentPort?.postMessage(toJsonText(compileModels(bundle)));
