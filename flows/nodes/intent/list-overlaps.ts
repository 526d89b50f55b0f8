import { findLookAlikes } from "../../checks/find-look-alikes.ts";
import type { ConfigIssue } from "../config-issue.ts";
import { overlappingExamples } from "./issues.ts";

type Intents = readonly { readonly id: string; readonly examples: readonly string[] }[];

/** Thousands of sentences take a while; while the node is not edited they are the same object. */
const known = new WeakMap<Intents, readonly ConfigIssue[]>();

/** Examples that two intents of one node claim, each named at the later of the two. */
export function listOverlaps(intents: Intents): readonly ConfigIssue[] {
  const found = known.get(intents) ?? compareExamples(intents);
  known.set(intents, found);
  return found;
}

function compareExamples(intents: Intents): readonly ConfigIssue[] {
  const phrases = intents.flatMap(({ id, examples }, i) =>
    examples.map((text, e) => ({ owner: id, path: `intents[${i}].examples[${e}]`, text })),
  );
  return findLookAlikes(phrases).map(({ left, right }) =>
    overlappingExamples(right.path, { own: right.text, other: left.text }),
  );
}
