import { parentPort, workerData } from "node:worker_threads";
import type { Bundle } from "#flows/kernel/flow.ts";
import { parseBundle } from "#flows/kernel/migrate.ts";
import { nodeRegistry } from "#flows/nodes/registry.ts";
import { toJsonText } from "../db/to-json-text.ts";
import type { LoadedPassages } from "../knowledge/documents/search/loaded-passages.ts";
import type { LoadedGraph } from "../knowledge/graph/serve/loaded-graph.ts";
import type { Knowledge, LiveBase } from "../runtime/knowledge-store.ts";
import { type ReleaseSource, toLoadedRelease } from "../runtime/load-release.ts";
import type { WordGroups } from "../understanding/create-rephraser.ts";
import { executeRun } from "./execute-run.ts";
import type { RunInput } from "./run-data.ts";
import type { ThreadMessage } from "./run-in-thread.ts";

/** A message for each of 5,000 questions would cost the other side more than it tells. */
const REPORT_MS = 100;

// The starter hands over three JSON texts of its own rows, and passages, facts and words as they are; a thread cannot be called with types.
const { bundleText, inputText, basesText, passages, graphs, words } = workerData as {
  readonly bundleText: string;
  readonly inputText: string;
  readonly basesText: string;
  readonly passages: readonly LoadedPassages[];
  readonly graphs: readonly LoadedGraph[];
  readonly words: WordGroups;
};
const post = (message: ThreadMessage) => parentPort?.postMessage(message);

type BaseSource = ReleaseSource & { readonly id: string; readonly name: string };

let reportedAt = 0;
const results = executeRun({
  bundle: readBundle(JSON.parse(bundleText)),
  registry: nodeRegistry,
  // Written by `startRun` from parsed scripts and rows.
  input: JSON.parse(inputText) as RunInput,
  knowledge: readKnowledge(JSON.parse(basesText) as readonly BaseSource[]),
  passages,
  graphs,
  words,
  at: Date.now(),
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

/** Each base's matcher is read once it is asked: most tests ask none. */
function readKnowledge(bases: readonly BaseSource[]): Knowledge {
  const sources = new Map(bases.map((base) => [base.id, base]));
  const live = new Map<string, LiveBase>();
  return {
    findBase: (baseId) => {
      const source = sources.get(baseId);
      if (source === undefined) return null;
      const known = live.get(baseId) ?? { id: baseId, name: source.name, release: toLoadedRelease(source) };
      live.set(baseId, known);
      return known;
    },
  };
}

/** A draft may still be of an older shape. */
function readBundle(stored: unknown): Bundle {
  const parsed = parseBundle(stored);
  if (!parsed.ok) throw new Error(`the draft cannot be read: ${JSON.stringify(parsed.problems[0])}`);
  return parsed.value;
}
