import { readFileSync } from "node:fs";
import { compileIntents } from "#server/understanding/compile-intents.ts";
import { createIntentMatcher } from "#server/understanding/match-intent.ts";
import { type Line, percent, toMilliseconds } from "./measure-faq.ts";

type Files = {
  readonly train: string;
  readonly test: string;
  readonly outside?: string;
  /** The dev split of BANKING77 is a part of its full training split: what is measured there must not be learnt. */
  readonly isPartOfTrain?: boolean;
};
type Labelled = readonly [label: string, text: string];

/** Accuracy of the first candidate, what is sure and how often rightly, and how many outside questions are left alone. */
export function measureIntents({ train, test, outside, isPartOfTrain = false }: Files): Line {
  const tested = readLabelled(test);
  const left = new Set(isPartOfTrain ? tested.map(([, text]) => text) : []);
  const examples = Map.groupBy(
    readLabelled(train).filter(([, text]) => !left.has(text)),
    ([label]) => label,
  );
  const intents = [...examples].map(([id, rows]) => ({
    id,
    name: id,
    examples: rows.map(([, text]) => text),
  }));
  const started = performance.now();
  const model = compileIntents({ intents });
  const trained = performance.now();
  const matcher = createIntentMatcher(model);
  const loaded = performance.now();
  const times: number[] = [];
  const match = (text: string) => {
    const before = performance.now();
    const found = matcher.match(text);
    times.push(performance.now() - before);
    return found;
  };
  const inside = tested.map(([label, text]) => ({ label, found: match(text) }));
  const right = inside.filter(({ label, found }) => found.candidates[0]?.intentId === label);
  const sure = inside.filter(({ found }) => found.outcome === "sure");
  const sureRight = sure.filter(({ label, found }) => found.candidates[0]?.intentId === label);
  const others = outside === undefined ? [] : readLabelled(outside).map(([, text]) => match(text));
  return {
    accuracy: percent(right.length, inside.length),
    "sure precision": percent(sureRight.length, sure.length),
    coverage: percent(sure.length, inside.length),
    ...(others.length === 0
      ? {}
      : {
          "outside none": percent(others.filter(({ outcome }) => outcome === "none").length, others.length),
          "outside not sure": percent(
            others.filter(({ outcome }) => outcome !== "sure").length,
            others.length,
          ),
          ...measureTradeOff(inside, others),
        }),
    train: toMilliseconds(trained - started),
    load: toMilliseconds(loaded - trained),
    p99: toMilliseconds(times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0),
    model: `${Math.round(JSON.stringify(model).length / 1_024)} kB`,
  };
}

type Found = ReturnType<ReturnType<typeof createIntentMatcher>["match"]>;

/** Share of outside questions refused at the threshold that still answers 90 % (else most) of the inside rightly. */
function measureTradeOff(
  inside: readonly { readonly label: string; readonly found: Found }[],
  others: readonly Found[],
): Line {
  const rightScores = inside.flatMap(({ label, found }) =>
    found.candidates[0]?.intentId === label ? [found.candidates[0].score] : [],
  );
  const wanted = Math.min(0.9 * inside.length, 0.95 * rightScores.length);
  const threshold = rightScores.sort((a, b) => b - a)[Math.floor(wanted)] ?? 0;
  const refused = others.filter(({ candidates }) => (candidates[0]?.score ?? 0) < threshold);
  return {
    [`outside refused at inside ${percent(wanted, inside.length)}`]: percent(refused.length, others.length),
  };
}

export function readLabelled(path: string): readonly Labelled[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [label = "", text = ""] = line.split("\t");
      return [label, text] as const;
    });
}
