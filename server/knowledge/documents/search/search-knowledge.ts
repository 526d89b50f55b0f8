import type { PassageFilter } from "#flows/knowledge/passage-filter.ts";
import type { PassagePlace } from "#flows/knowledge/passage-place.ts";
import type { SearchLayer } from "#flows/knowledge/search-layer.ts";
import { toChinaDay } from "../../china-day.ts";
import { extractCodes } from "../../retrieval/extract-terms.ts";
import { type FoundPassage, searchPassages } from "../../retrieval/search-passages.ts";
import { getSynonymFinder } from "../../retrieval/synonym-finder.ts";
import { addSynonyms } from "../../retrieval/wanted-terms.ts";
import { findWanted } from "./is-wanted.ts";
import {
  type LoadedDocument,
  type LoadedPassage,
  type LoadedPassages,
  toSearchTitle,
} from "./loaded-passages.ts";
import { pickAnswer } from "./pick-answer.ts";

export type KnowledgeSearch = {
  readonly question: string;
  readonly limit: number;
  readonly layers: readonly SearchLayer[];
  /** Passages of documents that have one of these tags; of all when empty. */
  readonly tags: readonly string[];
  /** What else must be so of documents; nothing when absent. */
  readonly only?: PassageFilter;
  /** Epoch milliseconds: documents answer on their days only. */
  readonly at: number;
  /** What customers are told; operators who try a question may look at more. */
  readonly isForCustomers: boolean;
};

export type KnowledgeHit = {
  readonly baseId: string;
  readonly documentId: string;
  readonly passageId: string;
  /** The case, where it is no document that answers. */
  readonly caseId: string | null;
  /** The document's name, or the question of the case. */
  readonly title: string;
  readonly titlePath: readonly string[];
  readonly text: string;
  /** The sentences of it that answer, word for word. */
  readonly answer: string;
  readonly url: string | null;
  readonly place: PassagePlace;
  readonly score: number;
  /** How much of what was asked stands in it, 0 to 1. */
  readonly coverage: number;
  /** A part or order number of the question stands in it. */
  readonly matchesCode: boolean;
  /** Cosine of what was asked and what it says, where that is known. */
  readonly likeness?: number;
};

/** The best passages of several bases, best first. Pure, and done in a few milliseconds for tens of thousands of passages. */
export function searchKnowledge(
  bases: readonly LoadedPassages[],
  search: KnowledgeSearch,
): readonly KnowledgeHit[] {
  return bases
    .flatMap((base) => searchBase(base, search))
    .sort((a, b) => b.score - a.score)
    .slice(0, search.limit);
}

function searchBase(base: LoadedPassages, search: KnowledgeSearch): readonly KnowledgeHit[] {
  return findPassages(base, search).flatMap((found) => toHits(base, search.question, found));
}

/** The best passages of one base by their words. */
export function findPassages(base: LoadedPassages, search: KnowledgeSearch): readonly FoundPassage[] {
  const { question, limit } = search;
  const findSynonyms = getSynonymFinder(base.synonyms);
  return searchPassages(base.index, { question, limit, findSynonyms, isAllowed: findAllowed(base, search) });
}

/** These passages in their order, with what words say of them, were it nothing. */
export function describePassages(
  base: LoadedPassages,
  { question }: KnowledgeSearch,
  ids: readonly string[],
): readonly KnowledgeHit[] {
  const wanted = new Set(ids);
  const findSynonyms = getSynonymFinder(base.synonyms);
  const isAllowed = (id: string): boolean => wanted.has(id);
  const found = searchPassages(base.index, { question, limit: ids.length, findSynonyms, isAllowed });
  const byId = new Map(found.map((hit) => [hit.id, hit]));
  return ids.flatMap((id) => toHits(base, question, byId.get(id) ?? { id, score: 0, coverage: 0 }));
}

/** Which passages of a base a search may see. */
export function findAllowed(
  { passages, documents }: LoadedPassages,
  search: KnowledgeSearch,
): (id: string) => boolean {
  const isWanted = findWanted(search.only ?? {});
  const allowed = new Set(
    [...documents.values()]
      .filter((document) => isWanted(document) && isAllowed(document, search))
      .map(({ id }) => id),
  );
  return (id) => allowed.has(passages.get(id)?.documentId ?? "");
}

function toHits(
  base: LoadedPassages,
  question: string,
  { id, score, coverage }: FoundPassage,
): readonly KnowledgeHit[] {
  const passage = base.passages.get(id);
  const document = base.documents.get(passage?.documentId ?? "");
  return passage && document ? [toHit(base, { passage, document, question, score, coverage })] : [];
}

/** Core data is never said to customers, whatever a flow asks for. */
function isAllowed(document: LoadedDocument, search: KnowledgeSearch): boolean {
  const { layers, tags, at, isForCustomers } = search;
  if (!layers.includes(document.layer)) return false;
  if (tags.length > 0 && !tags.some((tag) => document.tags.includes(tag))) return false;
  if (!isForCustomers) return true;
  const today = toChinaDay(at);
  const hasBegun = document.validFrom === null || document.validFrom <= today;
  const isOver = document.validUntil !== null && document.validUntil < today;
  return document.dataClass !== "core" && hasBegun && !isOver;
}

type Found = {
  readonly passage: LoadedPassage;
  readonly document: LoadedDocument;
  readonly question: string;
  readonly score: number;
  readonly coverage: number;
};

function toHit(
  { baseId, index, synonyms }: LoadedPassages,
  { passage, document, question, score, coverage }: Found,
): KnowledgeHit {
  return {
    baseId,
    documentId: document.id,
    passageId: passage.id,
    caseId: document.layer === "cases" ? document.id : null,
    title: toSearchTitle(document, []),
    titlePath: passage.titlePath,
    text: passage.text,
    // Experts have approved the whole of a case, not any sentence of it.
    answer:
      document.layer === "cases"
        ? passage.text
        : pickAnswer(index, addSynonyms(question, getSynonymFinder(synonyms)), passage.text),
    url: document.url,
    place: passage.place,
    score: round(score),
    coverage: round(coverage),
    matchesCode: hasCommon(extractCodes(question), extractCodes(`${document.name}\n${passage.text}`)),
  };
}

function hasCommon(wanted: ReadonlySet<string>, there: ReadonlySet<string>): boolean {
  return [...wanted].some((code) => there.has(code));
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
