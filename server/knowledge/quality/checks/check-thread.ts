import { parentPort, workerData } from "node:worker_threads";
import { toJsonText } from "../../../db/to-json-text.ts";
import { type CheckLesson, checkEntries } from "./check-entries.ts";

// The starter hands over a lesson as text; a thread cannot be called with types.
parentPort?.postMessage(toJsonText(checkEntries(JSON.parse(workerData as string) as CheckLesson)));
