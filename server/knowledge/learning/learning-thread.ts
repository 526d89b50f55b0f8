import { parentPort } from "node:worker_threads";
import { toJsonText } from "../../db/to-json-text.ts";
import { type GroupingOrder, groupQuestions } from "./cluster/group-questions.ts";
import { findQuestions, type ReadTalk } from "./collect/find-questions.ts";
import type { LearningOrder } from "./open-learning-thread.ts";

/** Reads orders as JSON text and answers in JSON text: neither side's event loop parses thousands of talks. */
const perform: { readonly [Type in LearningOrder["type"]]: (json: string) => unknown } = {
  // as: both texts were written by our own statements in `read-talks.ts` and `read-grouping.ts`.
  "find-questions": (json) => (JSON.parse(json) as readonly ReadTalk[]).flatMap(findQuestions),
  "group-questions": (json) => groupQuestions(JSON.parse(json) as GroupingOrder),
};

parentPort?.on("message", ({ type, json }: LearningOrder) => {
  parentPort?.postMessage(toJsonText(perform[type](json)));
});
