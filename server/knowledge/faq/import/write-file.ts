import { Worker } from "node:worker_threads";

export type FileLines = {
  readonly format: "csv" | "xlsx";
  readonly lines: readonly (readonly string[])[];
};

/** Writes the lines of a file beside the event loop: a workbook of thousands takes the better part of a second. */
export function writeFileInThread(file: FileLines): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL("./write-file-thread.ts", import.meta.url), { workerData: file });
    thread.once("message", (bytes: Uint8Array) => resolve(Buffer.from(bytes)));
    thread.once("error", reject);
    // After a message this changes nothing: the promise is settled.
    thread.once("exit", (code) => reject(new Error(`writing ended with ${code} before it was done`)));
  });
}
