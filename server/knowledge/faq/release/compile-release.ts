import { Worker } from "node:worker_threads";

export type CompileMessage =
  /** From 0 to 1, of the learning. */
  { readonly type: "progress"; readonly share: number } | ({ readonly type: "end" } & CompiledRelease);

export type CompiledRelease = {
  readonly contentText: string;
  readonly modelText: string;
  readonly contentHash: string;
  readonly entriesCount: number;
};

type OnProgress = (share: number) => void;

/** Learns a content beside the event loop. Rejects when the thread dies, for example of too little memory. */
export function compileRelease(contentText: string, onProgress: OnProgress): Promise<CompiledRelease> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL("./compile-release-thread.ts", import.meta.url), {
      workerData: contentText,
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
