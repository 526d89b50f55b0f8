import { parentPort, workerData } from "node:worker_threads";
import { parseBundleFile } from "#flows/transfer/bundle-file.ts";

// The starter hands over a text and a name; a thread cannot be called with types.
const { text, nameless } = workerData as { readonly text: string; readonly nameless: string };
parentPort?.postMessage(parseBundleFile(text, nameless));
