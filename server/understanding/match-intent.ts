import { INTENT_SURE_MIN, type IntentModel, OF_INTENTS } from "./compile-intents.ts";
import type { WordGroups } from "./create-rephraser.ts";
import { decideOutcome } from "./decide-outcome.ts";
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

export type IntentMatcher = {
  /** `words` count beside those that the model was learned with. */
  match(text: string, words?: WordGroups): IntentMatch;
};

export const THRESHOLDS = { sureMin: INTENT_SURE_MIN, askMin: 0.25, rivalShare: 0.75 };

/** Reads a compiled model once; each match is then a lookup without I/O that never throws. */
export function createIntentMatcher(model: IntentModel): IntentMatcher {
  const matcher = createClassMatcher(model.core, OF_INTENTS);
  return {
    match: (text, words) => {
      const match = matcher.match(text, undefined, words);
      const winner = match.candidates[0];
      const sureMin = model.thresholds[winner?.id ?? ""] ?? THRESHOLDS.sureMin;
      const decision = decideOutcome(match, { ...THRESHOLDS, sureMin });
      const candidates = decision.candidates.map(({ id, score }) => ({ intentId: id, score }));
      const [first] = candidates;
      if (decision.outcome === "none" || first === undefined) return { outcome: "none", candidates };
      if (decision.outcome === "ask") return { outcome: "ambiguous", candidates };
      return { outcome: "sure", ...first, reasons: match.explain(first.intentId), candidates };
    },
  };
}
