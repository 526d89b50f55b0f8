import { ENTRIES_SEPARATED_MAX, type FaqModel } from "./compile-faq.ts";
import type { MatchReasons } from "./explain-match.ts";
import { createClassMatcher } from "./match-classes.ts";

export type FaqCandidate = { readonly entryId: string; readonly question: string; readonly score: number };

export type FaqMatch =
  | {
      readonly outcome: "sure";
      readonly entryId: string;
      readonly score: number;
      readonly reasons: MatchReasons;
      readonly candidates: readonly FaqCandidate[];
    }
  | { readonly outcome: "suggest"; readonly candidates: readonly FaqCandidate[] }
  | { readonly outcome: "none"; readonly candidates: readonly FaqCandidate[] };

export type FaqMatcher = { match(text: string): FaqMatch };

/** An answer is given without asking from here on: a wrong answer costs more than one question back. */
const SURE_MIN = 0.7;
/** Below this nothing is offered. */
const SUGGEST_MIN = 0.15;
/** Weaker candidates than this part of the first are not offered. */
const OFFER_SHARE = 0.2;

/** Reads a compiled model once; each match is then a lookup without I/O that never throws. */
export function createFaqMatcher(model: FaqModel): FaqMatcher {
  const matcher = createClassMatcher(model.core, ENTRIES_SEPARATED_MAX);
  const questions = new Map(model.core.classes.map(({ id, examples }) => [id, examples[0] ?? ""]));
  return {
    match: (text) => {
      const { candidates: ranked, isExact, explain } = matcher.match(text);
      const candidates = ranked.map(({ id, score }) => ({
        entryId: id,
        question: questions.get(id) ?? "",
        score,
      }));
      const [first] = candidates;
      if (first === undefined) return { outcome: "none", candidates };
      if (isExact || first.score >= SURE_MIN) {
        const { entryId, score } = first;
        return { outcome: "sure", entryId, score, reasons: explain(entryId), candidates };
      }
      if (first.score < SUGGEST_MIN) return { outcome: "none", candidates };
      return {
        outcome: "suggest",
        candidates: candidates.filter(({ score }) => score >= OFFER_SHARE * first.score),
      };
    },
  };
}
