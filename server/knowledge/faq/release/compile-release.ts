import { Worker } from "node:worker_threads";

export type CompileMessage =
  /** From 0 to 1, of the learning. */
  { readonly type: "progress"; readonly share: number } | ({ readonly type: "end" } & CompiledRelease);

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

type OnProgress = (share: number) => void;

/** Learns a content beside the event loop, and asks what was learned the tests. Rejects when the thread dies, for example of too little memory. */
export function compileRelease(order: CompileOrder, onProgress: OnProgress): Promise<CompiledRelease> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL("./compile-release-thread.ts", import.meta.url), {
      workerData: order,
    });
    thread.on("message", (message: CompileMessage) => {
      if (message.type === "progress") onProgress(message.share);
      else resolve(message);
    });
    thread.once("error", reject);
    // After the end this changes nothing: the promise is settled.
    thread.once("exit", (code) => reject(new Error(`learning ended with ${code} before it was done`)));
  });
}
