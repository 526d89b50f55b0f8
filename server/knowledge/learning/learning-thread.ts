import { parentPort } from "node:worker_threads";
import { toJsonText } from "../../db/to-json-text.ts";
import { type Grouped, type GroupingOrder, groupQuestions } from "./cluster/group-questions.ts";
import { type JoinOrder, joinAlike, pickTitles } from "./cluster/join-alike.ts";
import { findQuestions, type ReadTalk } from "./collect/find-questions.ts";
import type { LearningOrder } from "./open-learning-thread.ts";

/** Reads orders as JSON text and answers in JSON text: neither side's event loop parses thousands of talks. */
const perform: { readonly [Type in LearningOrder["type"]]: (json: string) => unknown } = {
  // as: the texts were written by our own statements in `read-talks.ts` and `read-grouping.ts`, or by this thread.
  "find-questions": (json) => (JSON.parse(json) as readonly ReadTalk[]).flatMap(findQuestions),
  "group-questions": (json) => groupQuestions(JSON.parse(json) as GroupingOrder),
  "pick-titles": (json) => pickTitles(JSON.parse(json) as readonly Grouped[]),
  "join-alike": (json) => joinAlike(JSON.parse(json) as JoinOrder),
};

parentPort?.on("message", ({ type, json }: LearningOrder) => {
  parentPort?.postMessage(toJsonText(perform[type](json)));
});
