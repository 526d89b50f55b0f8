import { Worker } from "node:worker_threads";
import type { LoadedPassages } from "../knowledge/documents/search/loaded-passages.ts";
import type { LoadedGraph } from "../knowledge/graph/serve/loaded-graph.ts";
import type { WordGroups } from "../understanding/create-rephraser.ts";
import type { RunProgress } from "./run-data.ts";

export type ThreadMessage =
  | { readonly type: "progress"; readonly progress: RunProgress }
  | { readonly type: "end"; readonly resultsText: string; readonly passed: number };

export type RunEnd = Extract<ThreadMessage, { type: "end" }>;

type Options = {
  /** JSON as the database gives it: parsing a large bundle would hold the event loop up, so the thread does it. */
  readonly bundleText: string;
  readonly inputText: string;
  /** The live releases of the bases that the bundle names. */
  readonly basesText: string;
  /** The documents of those that it searches. */
  readonly passages: readonly LoadedPassages[];
  /** The facts of those whose graph it asks. */
  readonly graphs: readonly LoadedGraph[];
  /** Synonyms and terms of the workspace. */
  readonly words: WordGroups;
  /** Stops the thread at once, wherever it is. */
  readonly signal: AbortSignal;
  onProgress(progress: RunProgress): void;
};

/** Runs beside the event loop. Rejects when the thread fails, dies of too little memory, or is stopped. */
export function runInThread({
  bundleText,
  inputText,
  basesText,
  passages,
  graphs,
  words,
  signal,
  onProgress,
}: Options): Promise<RunEnd> {
  // A signal tells its listeners once: those that come later are never called.
  if (signal.aborted) return Promise.reject(signal.reason);
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL("./run-thread.ts", import.meta.url), {
      workerData: { bundleText, inputText, basesText, passages, graphs, words },
    });
    const stop = () => void thread.terminate();
    signal.addEventListener("abort", stop, { once: true });
    thread.on("message", (message: ThreadMessage) => {
      if (message.type === "progress") onProgress(message.progress);
      else resolve(message);
    });
    thread.once("error", reject);
    thread.once("exit", (code) => {
      signal.removeEventListener("abort", stop);
      // After the end this changes nothing: the promise is settled.
      reject(new Error(`the run ended with ${code} before it was done`));
    });
  });
}
