import { parentPort, workerData } from "node:worker_threads";
import type { LearningReport } from "../../flows/preview/learning-report.ts";
import type { ThreadMessage } from "../live/work-in-thread.ts";
import { type ExaminedPart, examinePart } from "./examine-part.ts";

// The starter hands over a part of a draft; a thread cannot be called with types.
const message: ThreadMessage<never, LearningReport> = {
  type: "end",
  result: examinePart(workerData as ExaminedPart),
};
parentPort?.postMessage(message);
