import { type FaqModel, OF_ENTRIES } from "./compile-faq.ts";
import type { WordGroups } from "./create-rephraser.ts";
import { decideOutcome } from "./decide-outcome.ts";
import type { MatchReasons } from "./explain-match.ts";
import { type ClassMatch, createClassMatcher } from "./match-classes.ts";

export type FaqCandidate = { readonly entryId: string; readonly question: string; readonly score: number };

/** `basis`: whether it was likeness that found them, or words that an author's own phrasings have. */
export type FaqMatch = { readonly basis: ClassMatch["basis"] } & (
  | {
      readonly outcome: "sure";
      readonly entryId: string;
      readonly score: number;
      readonly reasons: MatchReasons;
      readonly candidates: readonly FaqCandidate[];
    }
  | { readonly outcome: "suggest"; readonly candidates: readonly FaqCandidate[] }
  | { readonly outcome: "none"; readonly candidates: readonly FaqCandidate[] }
);

export type FaqMatcher = {
  /**
   * Entries that are not served now are passed over, as if they were not there; `words` count beside those that the model was
   * learned with.
   */
  match(text: string, isServed?: (entryId: string) => boolean, words?: WordGroups): FaqMatch;
};

/** A wrong answer costs more than a question back: it must be much more likely right than not. */
export const THRESHOLDS = { sureMin: 0.55, askMin: 0.28, rivalShare: 0.75 };

/** Reads a compiled model once; each match is then a lookup without I/O that never throws. */
export function createFaqMatcher(model: FaqModel): FaqMatcher {
  const matcher = createClassMatcher(model.core, OF_ENTRIES);
  const questions = new Map(model.core.classes.map(({ id, examples }) => [id, examples[0] ?? ""]));
  return {
    match: (text, isServed, words) => {
      const match = matcher.match(text, isServed, words);
      const decision = decideOutcome(match, THRESHOLDS);
      const candidates = decision.candidates.map(({ id, score }) => ({
        entryId: id,
        question: questions.get(id) ?? "",
        score,
      }));
      const [first] = candidates;
      const { basis } = match;
      if (decision.outcome === "none" || first === undefined) return { outcome: "none", basis, candidates };
      if (decision.outcome === "ask") return { outcome: "suggest", basis, candidates };
      const { entryId, score } = first;
      return { outcome: "sure", basis, entryId, score, reasons: match.explain(entryId), candidates };
    },
  };
}
