import { type Confidence, type Observation, toProbability } from "./fit-confidence.ts";

const ROUNDS = 20;
/** How many observations it is worth that a class is like the others; chosen on the validation sets of CLINC150 and SMP2017. */
const STRENGTH = 8;

type Fit = {
  readonly observations: readonly Observation[];
  readonly confidence: Confidence;
  readonly classesCount: number;
};

/**
 * One number a class, added to the logarithm of the odds that it is meant: above 0 where held-out questions that were taken for it
 * were right more often than their probability said, below where they were wrong more often. Few observations move it little.
 */
export function fitTrusts({ observations, confidence, classesCount }: Fit): readonly number[] {
  const seenOf = Map.groupBy(observations, ({ winner }) => winner);
  return Array.from({ length: classesCount }, (_, classIndex) => {
    const seen = seenOf.get(classIndex) ?? [];
    return fitTrust(seen.map((one) => ({ ...one, odds: toOdds(toProbability(confidence, one.signals)) })));
  });
}

type Seen = Pick<Observation, "isRight" | "weight"> & { readonly odds: number };

/** Newton's method on the likelihood, held near 0. */
function fitTrust(seen: readonly Seen[]): number {
  let trust = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    let slope = -STRENGTH * trust;
    let curve = STRENGTH;
    for (const { odds, isRight, weight } of seen) {
      const share = 1 / (1 + Math.exp(-odds - trust));
      slope += weight * ((isRight ? 1 : 0) - share);
      curve += weight * share * (1 - share);
    }
    trust += slope / curve;
  }
  return Math.round(trust * 100) / 100;
}

function toOdds(probability: number): number {
  const inside = Math.min(1 - 1e-6, Math.max(1e-6, probability));
  return Math.log(inside / (1 - inside));
}
