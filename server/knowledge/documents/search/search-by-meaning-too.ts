import { NEAR_MAX, type Near } from "../../embedding/find-nearest.ts";
import { extractCodes } from "../../retrieval/extract-terms.ts";
import type { PassageIndex } from "../../retrieval/passage-index.ts";
import { findTermId } from "../../retrieval/term-table.ts";
import type { LoadedPassages } from "./loaded-passages.ts";
import {
  describePassages,
  findAllowed,
  findPassages,
  type KnowledgeHit,
  type KnowledgeSearch,
  searchKnowledge,
} from "./search-knowledge.ts";

/** How many of each list are fused; what stands further down in both is no answer. */
const DEPTH = 50;
/** Reciprocal rank fusion as in Cormack, Clarke and Buettcher 2009, with their constant. */
const RRF_K = 60;
/** What holds less of the question is in the list of words by accident: its place there says nothing. */
const COVERAGE_MIN = 0.1;

type Ranked = { readonly base: LoadedPassages; readonly id: string; readonly value: number };

/**
 * The best passages by words and by meaning, each list counted by its ranks: scores of the two cannot be compared, ranks can. Who names a
 * part or an order means that one, which vectors do not see: passages that have it go first.
 */
export function searchByMeaningToo(
  bases: readonly LoadedPassages[],
  search: KnowledgeSearch,
  findNear: (baseId: string) => readonly Near[] | null,
): readonly KnowledgeHit[] {
  const byMeaning = rankByMeaning(bases, search, findNear);
  if (byMeaning.length === 0) return searchKnowledge(bases, search);
  const codes = extractCodes(search.question);
  const holders = new Map(bases.map((base) => [base, findHolders(base.index, codes)]));
  const words = rankByWords(bases, search);
  const best = fuse([words, byMeaning, keepUnknown(words, findNear)])
    .map((one) => ({ ...one, hasCode: holders.get(one.base)?.has(one.id) === true }))
    .sort((a, b) => Number(b.hasCode) - Number(a.hasCode) || b.value - a.value)
    .slice(0, search.limit);
  return toHits(best, search, byMeaning);
}

function rankByWords(bases: readonly LoadedPassages[], search: KnowledgeSearch): readonly Ranked[] {
  return toBest(
    bases.flatMap((base) =>
      findPassages(base, { ...search, limit: DEPTH })
        .filter(({ coverage }) => coverage >= COVERAGE_MIN)
        .map(({ id, score }) => ({ base, id, value: score })),
    ),
  );
}

function rankByMeaning(
  bases: readonly LoadedPassages[],
  search: KnowledgeSearch,
  findNear: (baseId: string) => readonly Near[] | null,
): readonly Ranked[] {
  return toBest(
    bases.flatMap((base) => {
      const isAllowed = findAllowed(base, search);
      const near = (findNear(base.baseId) ?? []).filter(({ id }) => isAllowed(id)).slice(0, DEPTH);
      return near.map(({ id, likeness }) => ({ base, id, value: likeness }));
    }),
  );
}

/**
 * What meaning cannot know (no vectors yet, or data that is never sent away) keeps its place among the words, as if meaning agreed: else
 * anything that stands somewhere in both lists would push it away. Gaps hold the others' places.
 */
function keepUnknown(
  words: readonly Ranked[],
  findNear: (baseId: string) => readonly Near[] | null,
): readonly (Ranked | null)[] {
  const known = new Map(
    [...new Set(words.map(({ base }) => base))].map((base) => {
      const near = findNear(base.baseId);
      // A list that is full is cut: what is missing from it may just be far.
      const ids = near !== null && near.length < NEAR_MAX ? new Set(near.map(({ id }) => id)) : null;
      return [base, { hasVectors: near !== null, ids }] as const;
    }),
  );
  return words.map((one) => {
    const { hasVectors = false, ids = null } = known.get(one.base) ?? {};
    const document = one.base.documents.get(one.base.passages.get(one.id)?.documentId ?? "");
    const isKnown = hasVectors && document?.dataClass === "general" && ids?.has(one.id) !== false;
    return isKnown ? null : one;
  });
}

const toBest = (ranked: readonly Ranked[]): readonly Ranked[] =>
  ranked.toSorted((a, b) => b.value - a.value).slice(0, DEPTH);

/** What stands in several lists comes once; of two that are as good, the one that the first list has goes first. */
function fuse(lists: readonly (readonly (Ranked | null)[])[]): readonly Ranked[] {
  const fused = new Map<string, Ranked>();
  for (const list of lists)
    for (const [place, ranked] of list.entries()) {
      if (ranked === null) continue;
      const { base, id } = ranked;
      fused.set(id, { base, id, value: (fused.get(id)?.value ?? 0) + 1 / (RRF_K + place + 1) });
    }
  return [...fused.values()];
}

/** Passages in which a code stands, read off the index. */
function findHolders(
  { ids, terms, starts, rows }: PassageIndex,
  codes: ReadonlySet<string>,
): ReadonlySet<string> {
  const holders = new Set<string>();
  for (const code of codes) {
    const termId = findTermId(terms, code);
    if (termId === undefined) continue;
    for (const row of rows.subarray(starts[termId], starts[termId + 1])) holders.add(ids[row] ?? "");
  }
  return holders;
}

function toHits(
  best: readonly Ranked[],
  search: KnowledgeSearch,
  byMeaning: readonly Ranked[],
): readonly KnowledgeHit[] {
  const likeness = new Map(byMeaning.map(({ id, value }) => [id, value]));
  const bases = new Set(best.map(({ base }) => base));
  const hits = [...bases].flatMap((base) =>
    describePassages(
      base,
      search,
      best.flatMap((one) => (one.base === base ? [one.id] : [])),
    ),
  );
  const byId = new Map(hits.map((hit) => [hit.passageId, hit]));
  return best.flatMap(({ id }) => {
    const hit = byId.get(id);
    const value = likeness.get(id);
    if (hit === undefined) return [];
    return [value === undefined ? hit : { ...hit, likeness: Math.round(value * 1000) / 1000 }];
  });
}
