import { readFileSync } from "node:fs";
import { compileFaq } from "#server/understanding/compile-faq.ts";
import { createFaqMatcher } from "#server/understanding/match-faq.ts";

/** What is printed of one measurement. */
export type Line = Readonly<Record<string, string>>;

type Files = { readonly entries: string; readonly queries: string };
type StoredEntry = { readonly id: number; readonly standard: string; readonly similar: readonly string[] };
type Query = { readonly q: string; readonly id: number | null };

/** Top-1 and top-3, precision (no-answer questions count as wrong) and coverage at "sure", and what is left alone. */
export function measureFaq({ entries, queries }: Files): Line {
  const stored = readLines<StoredEntry>(entries);
  const started = performance.now();
  const model = compileFaq({
    entries: stored.map(({ id, standard, similar }) => ({ id: String(id), question: standard, similar })),
  });
  const trained = performance.now();
  const matcher = createFaqMatcher(model);
  const times: number[] = [];
  const results = readLines<Query>(queries).map(({ q, id }) => {
    const before = performance.now();
    const found = matcher.match(q);
    times.push(performance.now() - before);
    const ids = found.candidates.map(({ entryId }) => entryId);
    return { found, hasAnswer: id !== null, rank: id === null ? -1 : ids.indexOf(String(id)) };
  });
  const inside = results.filter(({ hasAnswer }) => hasAnswer);
  const outside = results.filter(({ hasAnswer }) => !hasAnswer);
  const sure = results.filter(({ found }) => found.outcome === "sure");
  const above = results.filter(({ found }) => (found.candidates[0]?.score ?? 0) >= 0.7);
  const isRight = ({ rank }: (typeof results)[number]) => rank === 0;
  const isInside = ({ hasAnswer }: (typeof results)[number]) => hasAnswer;
  return {
    "top-1": percent(inside.filter(isRight).length, inside.length),
    "top-3": percent(inside.filter(({ rank }) => rank >= 0).length, inside.length),
    "sure precision": percent(sure.filter(isRight).length, sure.length),
    "sure precision, answerable only": percent(sure.filter(isRight).length, sure.filter(isInside).length),
    coverage: percent(sure.filter(isInside).length, inside.length),
    "at 0.7": `${percent(above.filter(isRight).length, above.length)} / ${percent(above.filter(isInside).length, inside.length)}`,
    "outside not sure": percent(
      outside.filter(({ found }) => found.outcome !== "sure").length,
      outside.length,
    ),
    "outside none": percent(outside.filter(({ found }) => found.outcome === "none").length, outside.length),
    train: toMilliseconds(trained - started),
    p99: toMilliseconds(times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0),
    model: `${Math.round(JSON.stringify(model).length / 1_024)} kB`,
  };
}

export function percent(part: number, whole: number): string {
  return whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)} %`;
}

export function toMilliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(2) : Math.round(value)} ms`;
}

export function readLines<Value>(path: string): readonly Value[] {
  const lines = readFileSync(path, "utf8").trim().split("\n");
  // The sets are fixed files in a layout that their README states; a wrong one fails at the first use.
  return lines.map((line) => JSON.parse(line) as Value);
}
