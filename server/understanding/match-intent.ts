import { INTENTS_SEPARATED_MAX, type IntentModel } from "./compile-intents.ts";
import type { MatchReasons } from "./explain-match.ts";
import { createClassMatcher } from "./match-classes.ts";

export type IntentCandidate = { readonly intentId: string; readonly score: number };

export type IntentMatch =
  | {
      readonly outcome: "sure";
      readonly intentId: string;
      readonly score: number;
      readonly reasons: MatchReasons;
      readonly candidates: readonly IntentCandidate[];
    }
  | { readonly outcome: "ambiguous"; readonly candidates: readonly IntentCandidate[] }
  | { readonly outcome: "none"; readonly candidates: readonly IntentCandidate[] };

export type IntentMatcher = { match(text: string): IntentMatch };

/** From here on the winner is taken without asking. */
const SURE_MIN = 0.4;
/** From here on it is worth asking "did you mean". */
const ASK_MIN = 0.2;
/** A second candidate with this part of the first one's score makes the choice the customer's. */
const RIVAL_SHARE = 0.75;
/** Weaker candidates than this part of the first are not offered. */
const OFFER_SHARE = 0.3;

/** Reads a compiled model once; each match is then a lookup without I/O that never throws. */
export function createIntentMatcher(model: IntentModel): IntentMatcher {
  const matcher = createClassMatcher(model.core, INTENTS_SEPARATED_MAX);
  return {
    match: (text) => {
      const { candidates: ranked, isExact, explain } = matcher.match(text);
      const candidates = ranked.map(({ id, score }) => ({ intentId: id, score }));
      const [first, second] = candidates;
      if (first === undefined) return { outcome: "none", candidates };
      const sureMin = model.thresholds[first.intentId] ?? SURE_MIN;
      const hasRival = second !== undefined && second.score > RIVAL_SHARE * first.score;
      if (isExact || (first.score >= sureMin && !hasRival)) {
        return { outcome: "sure", ...first, reasons: explain(first.intentId), candidates };
      }
      if (first.score < Math.min(ASK_MIN, sureMin)) return { outcome: "none", candidates };
      return {
        outcome: "ambiguous",
        candidates: candidates.filter(({ score }) => score >= OFFER_SHARE * first.score),
      };
    },
  };
}
