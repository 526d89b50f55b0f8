import { compileFaq, type FaqEntry } from "#server/understanding/compile-faq.ts";
import { createFaqMatcher } from "#server/understanding/match-faq.ts";
import { coverageAtPrecision, divide, measureRefusals } from "./metrics.ts";
import { createStopwatch, WARM_UP, weigh } from "./watch.ts";

export type FaqQuery = { readonly text: string; readonly entryId: string | null };

/** Shares from 0 to 1; times in milliseconds, memory in bytes. */
export type FaqFigures = ReturnType<typeof measureFaq>;

/** Top-1 and top-3, precision (an answer to a question that has none is wrong) and coverage, and what is left alone. */
export function measureFaq(entries: readonly FaqEntry[], queries: readonly FaqQuery[]) {
  const started = performance.now();
  const model = compileFaq({ entries });
  const trainMs = performance.now() - started;
  const { value: matcher, bytes } = weigh(() => createFaqMatcher(model));
  for (const { text } of queries.slice(0, WARM_UP)) matcher.match(text);
  const watch = createStopwatch();
  const results = queries.map(({ text, entryId }) => {
    const found = watch.time(() => matcher.match(text));
    const ids = found.candidates.map((candidate) => candidate.entryId);
    return {
      found,
      rank: entryId === null ? -1 : ids.indexOf(entryId),
      expected: entryId,
      given: ids[0] ?? null,
      score: found.candidates[0]?.score ?? 0,
    };
  });
  type Result = (typeof results)[number];
  const isInside = ({ expected }: Result) => expected !== null;
  const isRight = ({ rank }: Result) => rank === 0;
  const inside = results.filter(isInside);
  const outside = results.filter((result) => !isInside(result));
  const sure = results.filter(({ found }) => found.outcome === "sure");
  const above = results.filter(({ score }) => score >= 0.7);
  const refusals = measureRefusals(
    results.map(({ found, expected, given }) => ({
      expected,
      given: found.outcome === "none" ? null : given,
    })),
  );
  return {
    questions: results.length,
    top1: divide(inside.filter(isRight).length, inside.length),
    top3: divide(inside.filter(({ rank }) => rank >= 0).length, inside.length),
    surePrecision: divide(sure.filter(isRight).length, sure.length),
    sureCoverage: divide(sure.filter(isInside).length, inside.length),
    precisionAt07: divide(above.filter(isRight).length, above.length),
    coverageAt07: divide(above.filter(isInside).length, inside.length),
    coverageAt95: coverageAtPrecision(results, 0.95),
    outsideRecall: refusals.recall,
    outsidePrecision: refusals.precision,
    outsideNotSure: divide(outside.filter(({ found }) => found.outcome !== "sure").length, outside.length),
    trainMs,
    p50: watch.p(0.5),
    p99: watch.p(0.99),
    bytes,
  };
}
