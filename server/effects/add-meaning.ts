import type { NearEntries } from "../knowledge/embedding/meanings.ts";
import type { LoadedRelease } from "../runtime/load-release.ts";
import type { FaqMatch } from "../understanding/match-faq.ts";
import { CANDIDATES_MAX } from "./merge-matches.ts";

/** As in `search-by-meaning-too.ts`. */
const RRF_K = 60;
/** What meaning alone suggests is worth a question back, and less than what words suggest. */
const SUGGESTED_SCORE = 0.25;
const SCORE_STEP = 0.01;

type Asked = {
  readonly text: string;
  readonly at: number;
  /** Asked only where words are not sure: each new question costs a provider's time and the customer's. */
  findNear(): NearEntries | null;
};

/**
 * What a release answers, with meaning as one more opinion. Meaning never answers and never takes an answer away: what words are sure of
 * stays as it is. It orders what is offered, and offers something where words find nothing and a phrasing means the same.
 */
export function addMeaning(
  release: Pick<LoadedRelease, "match" | "isServed" | "findEntry">,
  { text, at, findNear }: Asked,
): FaqMatch {
  const match = release.match(text, at);
  if (match.outcome === "sure") return match;
  const near = findNear();
  if (near === null) return match;
  const served = near.entries.filter(({ id }) => release.findEntry(id) !== null && release.isServed(id, at));
  return match.outcome === "suggest" ? reorder(match, served) : suggest(match, { ...near, entries: served });
}

/** The places change, the scores of the places do not: they are calibrated, and other matchers' answers are compared with them. */
function reorder({ basis, candidates }: FaqMatch, near: NearEntries["entries"]): FaqMatch {
  const places = new Map(near.map(({ id }, place) => [id, place]));
  const worth = candidates.map(({ entryId }, place) => {
    const other = places.get(entryId);
    return 1 / (RRF_K + place + 1) + (other === undefined ? 0 : 1 / (RRF_K + other + 1));
  });
  const order = candidates
    .map((_, place) => place)
    .sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0) || a - b);
  return {
    ...{ outcome: "suggest", basis },
    candidates: candidates.flatMap(({ score }, place) => {
      const moved = candidates[order[place] ?? place];
      return moved === undefined ? [] : [{ ...moved, score }];
    }),
  };
}

function suggest(match: FaqMatch, { entries, bar }: NearEntries): FaqMatch {
  const alike =
    bar === null ? [] : entries.filter(({ likeness }) => likeness >= bar).slice(0, CANDIDATES_MAX);
  if (alike.length === 0) return match;
  return {
    ...{ outcome: "suggest", basis: "likeness" },
    candidates: alike.map(({ id }, place) => ({
      entryId: id,
      question: "",
      score: SUGGESTED_SCORE - place * SCORE_STEP,
    })),
  };
}
