import { type Interval, toWilson } from "./wilson.ts";

/** Landis and Koch, Biometrics 1977. */
export type KappaLevel = "poor" | "slight" | "fair" | "moderate" | "substantial" | "almost_perfect";

export type Kappa = {
  readonly count: number;
  /** Share of pairs that agree. */
  readonly agreed: number;
  /** Null: both always said the same one thing, and chance cannot be told from agreement. */
  readonly kappa: number | null;
  readonly interval: Interval | null;
  readonly level: KappaLevel | null;
};

/**
 * Agreement of two people beyond chance (J. Cohen 1960). Its 95 % interval is that of the agreement seen (Wilson's), with chance taken as
 * known as in Cohen's own standard error; so perfect agreement of a few is not said to be certain. The pairs need not all be of the same
 * two people: the first and the second label of each item are compared.
 */
export function toKappa(pairs: readonly (readonly [string, string])[]): Kappa {
  const count = pairs.length;
  const first = new Map<string, number>();
  const second = new Map<string, number>();
  let same = 0;
  for (const [one, other] of pairs) {
    first.set(one, (first.get(one) ?? 0) + 1);
    second.set(other, (second.get(other) ?? 0) + 1);
    if (one === other) same += 1;
  }
  const agreed = count === 0 ? 0 : same / count;
  let chance = 0;
  for (const [label, times] of first) chance += (times / count) * ((second.get(label) ?? 0) / count);
  if (count === 0 || chance === 1) return { count, agreed, kappa: null, interval: null, level: null };
  const beyondChance = (share: number): number => (share - chance) / (1 - chance);
  const kappa = beyondChance(agreed);
  const { low, high } = toWilson(same, count);
  const interval = { low: Math.max(-1, beyondChance(low)), high: beyondChance(high) };
  return { count, agreed, kappa, interval, level: toLevel(kappa) };
}

function toLevel(kappa: number): KappaLevel {
  if (kappa < 0) return "poor";
  if (kappa <= 0.2) return "slight";
  if (kappa <= 0.4) return "fair";
  if (kappa <= 0.6) return "moderate";
  return kappa <= 0.8 ? "substantial" : "almost_perfect";
}
