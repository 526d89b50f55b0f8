import type { FaqEntry } from "../../flows/kernel/flow.ts";
import type { FaqAttachment, InlineCalls } from "../../flows/kernel/protocol.ts";
import type { Locale } from "../../flows/kernel/text.ts";
import { pickText } from "../../flows/kernel/text.ts";
import { isSmallTalk } from "../knowledge/documents/search/is-small-talk.ts";
import type { LoadedPassages } from "../knowledge/documents/search/loaded-passages.ts";
import { searchByMeaningToo } from "../knowledge/documents/search/search-by-meaning-too.ts";
import { searchKnowledge } from "../knowledge/documents/search/search-knowledge.ts";
import type { AskedMeanings, NearEntries } from "../knowledge/embedding/meanings.ts";
import type { ReleaseEntry } from "../knowledge/faq/release/release-content.ts";
import type { LoadedGraph } from "../knowledge/graph/serve/loaded-graph.ts";
import { queryGraph } from "../knowledge/graph/serve/query-graph.ts";
import { toFaqModelId, toIntentModelId } from "../runtime/compile-models.ts";
import type { Knowledge } from "../runtime/knowledge-store.ts";
import type { LoadedVersion } from "../runtime/load-version.ts";
import { NO_WORDS, type WordGroups } from "../understanding/create-rephraser.ts";
import type { FaqCandidate, FaqMatch } from "../understanding/match-faq.ts";
import { addMeaning } from "./add-meaning.ts";
import { CANDIDATES_MAX, mergeMatches } from "./merge-matches.ts";
import { pickAnswer } from "./pick-answer.ts";

export type InlineScope = {
  readonly version: LoadedVersion;
  readonly locale: Locale;
  readonly channel: string;
  /** Epoch milliseconds of the event that asks: what is valid then is served. */
  readonly at: number;
  readonly knowledge: Knowledge;
  /** The documents of the bases that the flow searches. */
  readonly passages: readonly LoadedPassages[];
  /** What texts mean beyond their words; null or absent where nobody can tell. */
  readonly meanings?: AskedMeanings | null;
  /** The facts of the bases whose graph the flow asks. */
  readonly graphs: readonly LoadedGraph[];
  /** What counts beside the words that intents and question sets were learned with. */
  readonly words?: WordGroups;
};

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
  "match-intent": ({ flowId, nodeId, text }, { version, words = NO_WORDS }) => {
    const match = version.matchIntent(toIntentModelId(flowId, nodeId), text, words);
    if (!match) return { outcome: "none", candidates: [], reasons: [] };
    return {
      outcome: match.outcome,
      candidates: match.candidates
        .slice(0, CANDIDATES_MAX)
        .map(({ intentId, score }) => ({ intentId, score: round(score) })),
      reasons: match.outcome === "sure" ? toReasons(match.reasons) : [],
    };
  },
  "match-faq": (input, scope) =>
    mergeMatches([
      ...(input.faqSets.length === 0 ? [] : [matchSets(input, scope)]),
      ...(input.bases ?? []).flatMap((baseId) => matchBase(baseId, input.text, scope)),
    ]),
  "search-passages": (
    { bases, text, tags, limit, skipSmallTalk, layers = ["documents"], only = {} },
    { passages, at, meanings = null },
  ) => {
    if (skipSmallTalk && isSmallTalk(text)) return { isSmallTalk: true, passages: [] };
    const asked = passages.filter(({ baseId }) => bases.includes(baseId));
    const search = { question: text, limit, layers, tags, only, at, isForCustomers: true };
    const hits =
      meanings === null
        ? searchKnowledge(asked, search)
        : searchByMeaningToo(asked, search, (baseId) => meanings.findPassages(baseId, text));
    return {
      isSmallTalk: false,
      passages: hits.map(({ url: _, caseId, ...hit }) => (caseId === null ? hit : { ...hit, caseId })),
    };
  },
  "query-graph": (input, { graphs, at }) =>
    queryGraph(
      graphs.filter(({ baseId }) => input.bases.includes(baseId)),
      input,
      at,
    ),
};

type FaqAnswer = InlineCalls["match-faq"]["output"];

function matchSets(
  { faqSets, text }: InlineCalls["match-faq"]["input"],
  { version, locale, words = NO_WORDS }: InlineScope,
): FaqAnswer {
  const match = version.matchFaq(toFaqModelId(faqSets), text, words);
  if (!match) return { outcome: "none", candidates: [], reasons: [] };
  return toAnswer(match, ({ entryId: id, score }) => {
    const found = version.findFaqEntry(id);
    return found ? toCandidate({ ...found, score, locale, fallback: version.language }) : null;
  });
}

/** A base that is gone, foreign or was never released knows nothing. */
function matchBase(baseId: string, text: string, scope: InlineScope): readonly FaqAnswer[] {
  const base = scope.knowledge.findBase(baseId);
  if (base === null) return [];
  const { locale, channel } = scope;
  const fallback = scope.version.language;
  const match = addMeaning(base.release, {
    ...{ text, at: scope.at },
    findNear: () => findNearEntries(baseId, text, scope),
  });
  const answer = toAnswer(match, ({ entryId, score }) => {
    const entry = base.release.findEntry(entryId);
    if (entry === null) return null;
    return {
      ...{ faqSet: baseId, entryId, score: round(score) },
      question: pickText(entry.question, locale, fallback),
      answer: pickAnswer(entry.answers, { locale, channel, fallback }),
      base: { id: base.id, name: base.name, release: base.release.number },
      ...(entry.attachments.length === 0 ? {} : { attachments: entry.attachments.map(toPart) }),
    };
  });
  return [answer];
}

/** Greetings mean what they say, and are near to everything. */
function findNearEntries(baseId: string, text: string, { meanings = null }: InlineScope): NearEntries | null {
  return meanings === null || isSmallTalk(text) ? null : meanings.findEntries(baseId, text);
}

function toPart(attachment: ReleaseEntry["attachments"][number]): FaqAttachment {
  const { type, url, name, mediaType, size } = attachment;
  return type === "image" ? { type, url, alt: name } : { type, url, name, mediaType, size };
}

type Candidate = FaqAnswer["candidates"][number];

function toAnswer(match: FaqMatch, find: (candidate: FaqCandidate) => Candidate | null): FaqAnswer {
  const { outcome, candidates } = match;
  const offered = candidates.slice(0, outcome === "sure" ? 1 : CANDIDATES_MAX);
  return {
    outcome,
    candidates: offered.flatMap((candidate) => find(candidate) ?? []),
    reasons: match.outcome === "sure" ? toReasons(match.reasons) : [],
    basis: match.basis,
  };
}

type Found = {
  readonly faqSet: string;
  readonly entry: FaqEntry;
  readonly score: number;
  readonly locale: Locale;
  readonly fallback: Locale;
};

function toCandidate({ faqSet, entry, score, locale, fallback }: Found): Candidate {
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
