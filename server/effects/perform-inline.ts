import type { FaqEntry } from "../../flows/kernel/flow.ts";
import type { InlineCalls } from "../../flows/kernel/protocol.ts";
import type { Locale } from "../../flows/kernel/text.ts";
import { pickText } from "../../flows/kernel/text.ts";
import { toFaqModelId, toIntentModelId } from "../runtime/compile-models.ts";
import type { LoadedVersion } from "../runtime/load-version.ts";

export type InlineScope = { readonly version: LoadedVersion; readonly locale: Locale };

/**
 * One performer a call that runs within the turn. Synchronous on purpose: nothing here may wait, a turn has 50 ms.
 * Mapped over the calls, so one without a performer does not compile.
 */
export const inlinePerformers: {
  readonly [Name in keyof InlineCalls]: (
    input: InlineCalls[Name]["input"],
    scope: InlineScope,
  ) => InlineCalls[Name]["output"];
} = {
  "match-intent": ({ flowId, nodeId, text }, { version }) => {
    const match = version.matchIntent(toIntentModelId(flowId, nodeId), text);
    if (!match) return { outcome: "none", candidates: [], reasons: [] };
    return {
      outcome: match.outcome,
      candidates: match.candidates
        .slice(0, CANDIDATES_MAX)
        .map(({ intentId, score }) => ({ intentId, score: round(score) })),
      reasons: match.outcome === "sure" ? toReasons(match.reasons) : [],
    };
  },
  "match-faq": ({ faqSets, text }, { version, locale }) => {
    const match = version.matchFaq(toFaqModelId(faqSets), text);
    if (!match) return { outcome: "none", candidates: [], reasons: [] };
    const offered =
      match.outcome === "sure" ? match.candidates.slice(0, 1) : match.candidates.slice(0, CANDIDATES_MAX);
    return {
      outcome: match.outcome,
      candidates: offered.flatMap(({ entryId: id, score }) => {
        const found = version.findFaqEntry(id);
        return found ? [toCandidate({ ...found, score, locale, fallback: version.language })] : [];
      }),
      reasons: match.outcome === "sure" ? toReasons(match.reasons) : [],
    };
  },
};

/** "Did you mean" never offers more than three. */
const CANDIDATES_MAX = 3;

type Found = {
  readonly faqSet: string;
  readonly entry: FaqEntry;
  readonly score: number;
  readonly locale: Locale;
  readonly fallback: Locale;
};

function toCandidate({ faqSet, entry, score, locale, fallback }: Found) {
  return {
    faqSet,
    entryId: entry.id,
    question: pickText(entry.question, locale, fallback),
    answer: pickText(entry.answer, locale, fallback),
    score: round(score),
  };
}

function toReasons(reasons: { readonly terms: readonly string[]; readonly example: string }): string[] {
  return [...reasons.terms.slice(0, 4), ...(reasons.example ? [`≈ ${reasons.example}`] : [])];
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000;
}
