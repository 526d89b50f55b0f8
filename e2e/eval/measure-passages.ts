import { buildPassageIndex, type PassageIndex } from "#server/knowledge/retrieval/passage-index.ts";
import { searchPassages } from "#server/knowledge/retrieval/search-passages.ts";
import { type Line, percent, readLines, toMilliseconds } from "./measure-faq.ts";

type Files = { readonly passages: string; readonly queries: string };
const DEEPEST = 10;

/** How high the passage with the answer stands: MRR@10 and recall at 1 and 5. */
export function measurePassages({ passages, queries }: Files): Line {
  const stored = readLines<{ id: number; text: string }>(passages);
  const started = performance.now();
  const index = buildPassageIndex(stored.map(({ id, text }) => ({ id: String(id), title: "", text })));
  const built = performance.now();
  const times: number[] = [];
  const ranks = readLines<{ q: string; pid: number }>(queries).map(({ q, pid }) => {
    const before = performance.now();
    const found = searchPassages(index, { question: q, limit: DEEPEST });
    times.push(performance.now() - before);
    return found.findIndex(({ id }) => id === String(pid));
  });
  const reciprocal = ranks.reduce((sum, rank) => sum + (rank < 0 ? 0 : 1 / (rank + 1)), 0);
  return {
    "MRR@10": percent(reciprocal, ranks.length),
    "recall@1": percent(ranks.filter((rank) => rank === 0).length, ranks.length),
    "recall@5": percent(ranks.filter((rank) => rank >= 0 && rank < 5).length, ranks.length),
    index: toMilliseconds(built - started),
    p99: toMilliseconds(times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0),
    size: toSize(index),
  };
}

function toSize({ rows, counts, starts }: PassageIndex): string {
  return `${Math.round((rows.byteLength + counts.byteLength + starts.byteLength) / 1_024)} kB`;
}
