import type { Near } from "../../embedding/find-nearest.ts";
import type { LoadedPassages } from "./loaded-passages.ts";
import {
  describePassages,
  type KnowledgeHit,
  type KnowledgeSearch,
  searchKnowledge,
} from "./search-knowledge.ts";

/** How many of each list are fused; what stands further down in both is no answer. */
const DEPTH = 50;
/** Reciprocal rank fusion as in Cormack, Clarke and Buettcher 2009, with their constant. */
const RRF_K = 60;

/**
 * The best passages by words and by meaning, each list counted by its ranks: scores of the two cannot be compared, ranks can. Who names a
 * part or an order means that one, which vectors do not see: passages that have it go first.
 */
export function searchByMeaningToo(
  bases: readonly LoadedPassages[],
  search: KnowledgeSearch,
  findNear: (baseId: string) => readonly Near[] | null,
): readonly KnowledgeHit[] {
  const near = bases.flatMap((base) => toNearHits(base, search, findNear(base.baseId) ?? []));
  if (near.length === 0) return searchKnowledge(bases, search);
  const byMeaning = near.sort((a, b) => b.likeness - a.likeness).slice(0, DEPTH);
  const byWords = searchKnowledge(bases, { ...search, limit: DEPTH });
  const fused = new Map<string, { readonly hit: KnowledgeHit; score: number }>();
  const add = (hits: readonly KnowledgeHit[]): void => {
    for (const [place, hit] of hits.entries()) {
      const known = fused.get(hit.passageId) ?? { hit, score: 0 };
      fused.set(hit.passageId, {
        hit: { ...known.hit, ...hit },
        score: known.score + 1 / (RRF_K + place + 1),
      });
    }
  };
  add(byWords);
  add(byMeaning);
  return [...fused.values()]
    .sort(
      (a, b) =>
        Number(b.hit.matchesCode) - Number(a.hit.matchesCode) ||
        b.score - a.score ||
        b.hit.score - a.hit.score,
    )
    .slice(0, search.limit)
    .map(({ hit }) => hit);
}

type NearHit = KnowledgeHit & { readonly likeness: number };

function toNearHits(
  base: LoadedPassages,
  search: KnowledgeSearch,
  near: readonly Near[],
): readonly NearHit[] {
  const likeness = new Map(near.map((one) => [one.id, one.likeness]));
  const hits = describePassages(base, search, { ids: near.map(({ id }) => id), limit: DEPTH });
  return hits.map((hit) => ({
    ...hit,
    likeness: Math.round((likeness.get(hit.passageId) ?? 0) * 1000) / 1000,
  }));
}
