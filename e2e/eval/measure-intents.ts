import { compileIntents } from "#server/understanding/compile-intents.ts";
import { createIntentMatcher } from "#server/understanding/match-intent.ts";
import { normalizeText } from "#server/understanding/normalize.ts";
import { divide, macroF1, measureRefusals } from "./metrics.ts";
import { readLabelled } from "./read-sets.ts";
import { createStopwatch, WARM_UP, weigh } from "./watch.ts";

type Files = {
  readonly train: string;
  readonly test: string;
  readonly outside?: string;
  /** The dev split of BANKING77 is a part of its full training split: what is measured there must not be learnt. */
  readonly isPartOfTrain?: boolean;
};

/** Shares from 0 to 1, NaN where the set has no such questions; times in milliseconds, memory in bytes. */
export type IntentFigures = ReturnType<typeof measureIntents>;

/** How often the first candidate is right, what is sure and how often rightly, and what is refused of questions from outside. */
export function measureIntents({ train, test, outside, isPartOfTrain = false }: Files) {
  const tested = readLabelled(test);
  const left = new Set(isPartOfTrain ? tested.map(([, text]) => normalizeText(text)) : []);
  const examples = Map.groupBy(
    readLabelled(train).filter(([, text]) => !left.has(normalizeText(text))),
    ([label]) => label,
  );
  const intents = [...examples].map(([id, rows]) => ({
    id,
    name: id,
    examples: rows.map(([, text]) => text),
  }));
  const started = performance.now();
  const model = compileIntents({ intents });
  const trainMs = performance.now() - started;
  const { value: matcher, bytes } = weigh(() => createIntentMatcher(model));
  for (const [, text] of tested.slice(0, WARM_UP)) matcher.match(text);
  const watch = createStopwatch();
  const match = (text: string) => watch.time(() => matcher.match(text));
  const inside = tested.map(([label, text]) => ({ label, found: match(text) }));
  const others = outside === undefined ? [] : readLabelled(outside).map(([, text]) => match(text));
  const isRight = ({ label, found }: (typeof inside)[number]) => found.candidates[0]?.intentId === label;
  const sure = inside.filter(({ found }) => found.outcome === "sure");
  const toGiven = (found: Found) =>
    found.outcome === "none" ? null : (found.candidates[0]?.intentId ?? null);
  const refusals = measureRefusals([
    ...inside.map(({ label, found }) => ({ expected: label, given: toGiven(found) })),
    ...others.map((found) => ({ expected: null, given: toGiven(found) })),
  ]);
  return {
    questions: inside.length + others.length,
    accuracy: divide(inside.filter(isRight).length, inside.length),
    macroF1: macroF1(
      inside.map(({ label, found }) => ({ expected: label, given: found.candidates[0]?.intentId ?? null })),
    ),
    surePrecision: divide(sure.filter(isRight).length, sure.length),
    sureCoverage: divide(sure.length, inside.length),
    outsideRecall: refusals.recall,
    outsidePrecision: others.length === 0 ? Number.NaN : refusals.precision,
    outsideNotSure: divide(others.filter(({ outcome }) => outcome !== "sure").length, others.length),
    ...measureTradeOff(inside, others),
    trainMs,
    p50: watch.p(0.5),
    p99: watch.p(0.99),
    bytes,
  };
}

type Found = ReturnType<ReturnType<typeof createIntentMatcher>["match"]>;

/** Share of outside questions refused at the threshold that still answers 90 % (else most) of the inside rightly. */
function measureTradeOff(
  inside: readonly { readonly label: string; readonly found: Found }[],
  others: readonly Found[],
) {
  const rightScores = inside.flatMap(({ label, found }) =>
    found.candidates[0]?.intentId === label ? [found.candidates[0].score] : [],
  );
  const wanted = Math.min(0.9 * inside.length, 0.95 * rightScores.length);
  const threshold = rightScores.sort((a, b) => b - a)[Math.floor(wanted)] ?? 0;
  const refused = others.filter(({ candidates }) => (candidates[0]?.score ?? 0) < threshold);
  return {
    insideKept: divide(wanted, inside.length),
    outsideRefused: divide(refused.length, others.length),
  };
}
