import type { Bundle } from "../../flows/kernel/flow.ts";
import { learnInThread } from "../live/learn-in-thread.ts";
import type { Rank } from "../live/work-in-thread.ts";
import type { LearningProgress } from "../runtime/compile-models.ts";

/** A bundle as a version stores it: its text, what was learned of it as JSON text, and the hash of its content. */
export type CompiledBundle = {
  readonly bundleText: string;
  readonly models: string;
  /** See `hashContent`. */
  readonly contentHash: string;
};

/** Only what was learned, as JSON text: what a draft needs to be tried out. */
export async function compileInThread(bundle: Bundle, rank: Rank): Promise<string> {
  return (await compileVersionInThread(bundle, { rank })).models;
}

type Learning = {
  readonly rank: Rank;
  readonly onWait?: (ahead: number) => void;
  readonly onProgress?: (progress: LearningProgress) => void;
};

/** Learns a bundle's matchers beside the event loop (seconds for thousands of phrasings). Rejects as `workInThread` does. */
export function compileVersionInThread(bundle: Bundle, learning: Learning): Promise<CompiledBundle> {
  const file = new URL("./compile-models-thread.ts", import.meta.url);
  return learnInThread<LearningProgress, CompiledBundle>({ ...learning, file, data: bundle });
}
