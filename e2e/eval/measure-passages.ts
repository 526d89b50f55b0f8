import { buildPassageIndex } from "#server/knowledge/retrieval/passage-index.ts";
import { searchPassages } from "#server/knowledge/retrieval/search-passages.ts";
import { meanReciprocalRank, recallAt } from "./metrics.ts";
import { readLines } from "./read-sets.ts";
import { createStopwatch, WARM_UP, weigh } from "./watch.ts";

type Files = { readonly passages: string; readonly queries: string };
const DEEPEST = 10;

/** Shares from 0 to 1; times in milliseconds, memory in bytes. */
export type PassageFigures = ReturnType<typeof measurePassages>;

/** How high the passage with the answer stands. */
export function measurePassages({ passages, queries }: Files) {
  const stored = readLines<{ id: number; text: string }>(passages);
  const documents = stored.map(({ id, text }) => ({ id: String(id), title: "", text }));
  const started = performance.now();
  const { value: index, bytes } = weigh(() => buildPassageIndex(documents));
  const indexMs = performance.now() - started;
  const asked = readLines<{ q: string; pid: number }>(queries);
  const search = (question: string) => searchPassages(index, { question, limit: DEEPEST });
  for (const { q } of asked.slice(0, WARM_UP)) search(q);
  const watch = createStopwatch();
  const ranks = asked.map(({ q, pid }) =>
    watch.time(() => search(q)).findIndex(({ id }) => id === String(pid)),
  );
  return {
    questions: ranks.length,
    mrr10: meanReciprocalRank(ranks),
    recall1: recallAt(ranks, 1),
    recall5: recallAt(ranks, 5),
    indexMs,
    p50: watch.p(0.5),
    p99: watch.p(0.99),
    bytes,
  };
}
