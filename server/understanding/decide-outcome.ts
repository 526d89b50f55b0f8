import type { ClassCandidate, ClassMatch } from "./match-classes.ts";

export type Thresholds = {
  /** From here on the winner is taken without asking. */
  readonly sureMin: number;
  /** From here on it is worth asking "did you mean". */
  readonly askMin: number;
  /** A second candidate above this part of the first one's score makes the choice the customer's. */
  readonly rivalShare: number;
};

export type Decision = {
  readonly outcome: "sure" | "ask" | "none";
  /** For "ask": only those worth offering, at least one. */
  readonly candidates: readonly ClassCandidate[];
};

/** A bare keyword is taken as one class only when nearly all phrasings with it are of that class. */
const KEYWORD_SURE_MIN = 0.75;
/** Weaker candidates than this part of the first are not offered. */
const OFFER_SHARE = 0.1;

/** Says what a ranking is good for: to act on, to ask back with up to three candidates, or nothing. */
export function decideOutcome({ candidates, basis }: ClassMatch, thresholds: Thresholds): Decision {
  const { sureMin, askMin, rivalShare } = thresholds;
  const [first, second] = candidates;
  if (first === undefined) return { outcome: "none", candidates };
  const ask: Decision = {
    outcome: "ask",
    candidates: candidates.filter(({ score }) => score >= OFFER_SHARE * first.score),
  };
  const hasRival = second !== undefined && second.score > rivalShare * first.score;
  switch (basis) {
    case "phrasing":
      return second === undefined ? { outcome: "sure", candidates } : ask;
    case "keyword":
      return first.score >= Math.max(sureMin, KEYWORD_SURE_MIN) ? { outcome: "sure", candidates } : ask;
    case "vague":
      return first.score >= sureMin ? ask : { outcome: "none", candidates };
    case "likeness":
      if (first.score >= sureMin && !hasRival) return { outcome: "sure", candidates };
      return first.score >= Math.min(askMin, sureMin) ? ask : { outcome: "none", candidates };
  }
}
