import { learnInThread } from "../../../live/learn-in-thread.ts";
import type { Rank } from "../../../live/work-in-thread.ts";

export type CompiledRelease = {
  readonly contentText: string;
  readonly modelText: string;
  readonly contentHash: string;
  readonly entriesCount: number;
  /** Null when there was nothing to ask. */
  readonly tests: TestsResult | null;
};

/** A question and the entry that must answer it. */
export type ReleaseTest = { readonly question: string; readonly entryId: string };

export type TestFailure = ReleaseTest & {
  /** What customers would get instead: another entry's answer, several to choose from, or none. */
  readonly outcome: "sure" | "suggest" | "none";
  /** The entry that comes first then. */
  readonly gotId: string | null;
};

export type TestsResult = {
  readonly total: number;
  readonly passed: number;
  /** At most `FAILURES_MAX`. */
  readonly failures: readonly TestFailure[];
};

export const FAILURES_MAX = 50;

export type CompileOrder = { readonly contentText: string; readonly tests: readonly ReleaseTest[] };

type Learning = {
  readonly rank: Rank;
  /** Told how far it is, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
};

/** Learns a content beside the event loop, and asks what was learned the tests. Rejects as `workInThread` does. */
export function compileRelease(order: CompileOrder, learning: Learning): Promise<CompiledRelease> {
  const file = new URL("./compile-release-thread.ts", import.meta.url);
  return learnInThread<number, CompiledRelease>({ ...learning, file, data: order });
}
