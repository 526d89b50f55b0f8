import { parentPort, workerData } from "node:worker_threads";
import type { Bundle } from "#flows/kernel/flow.ts";
import { parseBundle } from "#flows/kernel/migrate.ts";
import { nodeRegistry } from "#flows/nodes/registry.ts";
import { toJsonText } from "../db/to-json-text.ts";
import { executeRun } from "./execute-run.ts";
import type { RunInput } from "./run-data.ts";
import type { ThreadMessage } from "./run-in-thread.ts";

/** A message for each of 5,000 questions would cost the other side more than it tells. */
const REPORT_MS = 100;

// The starter hands over two JSON texts of its own rows; a thread cannot be called with types.
const { bundleText, inputText } = workerData as { readonly bundleText: string; readonly inputText: string };
const post = (message: ThreadMessage) => parentPort?.postMessage(message);

let reportedAt = 0;
const results = executeRun({
  bundle: readBundle(JSON.parse(bundleText)),
  registry: nodeRegistry,
  // Written by `startRun` from parsed scripts and rows.
  input: JSON.parse(inputText) as RunInput,
  onProgress: (progress) => {
    const now = performance.now();
    if (now - reportedAt < REPORT_MS) return;
    reportedAt = now;
    post({ type: "progress", progress });
  },
});
const passed =
  results.type === "suite"
    ? results.tests.filter((test) => test.passed).length
    : results.answers.filter(({ problem, failed }) => problem === null && failed.length === 0).length;
post({ type: "end", resultsText: toJsonText(results), passed });

/** A draft may still be of an older shape. */
function readBundle(stored: unknown): Bundle {
  const parsed = parseBundle(stored);
  if (!parsed.ok) throw new Error(`the draft cannot be read: ${JSON.stringify(parsed.problems[0])}`);
  return parsed.value;
}
