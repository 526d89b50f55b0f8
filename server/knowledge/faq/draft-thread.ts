import { parentPort, workerData } from "node:worker_threads";
import { compileFaq } from "../../understanding/compile-faq.ts";
import { createNearFinder } from "../../understanding/find-near-phrasings.ts";
import { createFaqMatcher, type FaqMatcher } from "../../understanding/match-faq.ts";
import type { DraftAnswer, DraftQuestion } from "./draft-desk.ts";
import { listPhrasings } from "./entry-content.ts";
import type { Lesson } from "./read-draft.ts";

// The starter hands over a lesson as text; a thread cannot be called with types.
const { entries, synonyms } = JSON.parse(workerData as string) as Lesson;

const finder = createNearFinder(
  entries.map((entry) => ({ id: entry.id, phrasings: listPhrasings(entry) })),
  synonyms,
);
let matcher: FaqMatcher | null = null;

/** Learned at the first sentence only: whoever just writes needs no matcher, and it takes seconds. */
function getMatcher(): FaqMatcher {
  if (matcher !== null) return matcher;
  const sources = entries.map((entry) => {
    const [question = "", ...similar] = listPhrasings(entry);
    return { id: entry.id, question, similar, negatives: entry.negatives };
  });
  matcher = createFaqMatcher(compileFaq({ entries: sources, synonyms }));
  return matcher;
}

function answer(question: DraftQuestion): DraftAnswer {
  if (question.type === "match") return { type: "match", match: toPlain(getMatcher(), question.text) };
  const near = question.texts.map((text) => ({ text, near: finder.find(text, question.except) }));
  return { type: "near", near: near.filter((one) => one.near.length > 0) };
}

function toPlain(ready: FaqMatcher, text: string) {
  const match = ready.match(text);
  const { outcome, candidates } = match;
  return { outcome, candidates, reasons: match.outcome === "sure" ? match.reasons : null };
}

parentPort?.on("message", ({ id, question }: { readonly id: number; readonly question: DraftQuestion }) => {
  parentPort?.postMessage({ id, answer: answer(question) });
});
