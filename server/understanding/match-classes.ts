import { buildRows, type RowDraft, spaceOf, toRankedRows } from "./build-rows.ts";
import { type ClassModel, compileClasses, MODEL_FORMAT } from "./compile-classes.ts";
import { type ClassStanding, createRanker } from "./create-ranker.ts";
import { explainMatch, type MatchReasons } from "./explain-match.ts";
import { extractFeatures } from "./extract-features.ts";
import { toProbability } from "./fit-confidence.ts";
import { toShares } from "./measure-signals.ts";
import { normalizeText } from "./normalize.ts";
import { unpackPulls } from "./pack-pulls.ts";
import { createSynonymReplacer } from "./synonyms.ts";

export type ClassCandidate = { readonly id: string; readonly score: number };

export type ClassMatch = {
  /** Best first; the scores are probabilities that this class is meant, and sum to at most 1. */
  readonly candidates: readonly ClassCandidate[];
  /** True when the text is, after normalising, a phrasing of the author's. */
  readonly isExact: boolean;
  explain(id: string): MatchReasons;
};

export type ClassMatcher = { match(text: string): ClassMatch };

const CANDIDATES_MAX = 3;
/** As near to a negative as this, and no nearer to an example, is "very near". */
const NEGATIVE_NEARNESS = 0.7;
const NOTHING: ClassMatch = { candidates: [], isExact: false, explain: () => ({ terms: [], example: "" }) };

/** Reads a model once, so that each match is a lookup. A model of an older format is compiled anew from its sources. */
export function createClassMatcher(stored: ClassModel, separatedClassesMax: number): ClassMatcher {
  const model = stored.format === MODEL_FORMAT ? stored : compileClasses({ ...stored, separatedClassesMax });
  const { classes, elsewhere, synonyms } = model;
  const replaceSynonyms = createSynonymReplacer(synonyms);
  const drafts = buildRows({ classes, elsewhere, replaceSynonyms });
  const space = spaceOf(drafts);
  const rows = toRankedRows(drafts, space);
  const pulls = model.pulls === null ? null : unpackPulls(model.pulls, rows, classes.length);
  const ranker = createRanker({ rows, classesCount: classes.length, space, pulls });
  const phrasings = indexPhrasings(drafts);

  const match = (text: string): ClassMatch => {
    const key = replaceSynonyms(normalizeText(text));
    const features = extractFeatures(key);
    if (features.tokens.length === 0) return NOTHING;
    const { standings, signals } = ranker.rank(features);
    const isBarred = (standing: ClassStanding) =>
      phrasings.negative.get(key)?.has(standing.classIndex) === true ||
      (standing.nearestNegative >= NEGATIVE_NEARNESS && standing.nearestNegative > standing.nearest);
    const open = standings.filter((standing) => !isBarred(standing));
    const idOf = ({ classIndex }: ClassStanding) => classes[classIndex]?.id ?? "";
    const explain = (id: string) => {
      const standing = standings.find((one) => idOf(one) === id);
      return explainMatch(key, drafts[standing?.nearestRow ?? -1]);
    };
    const exact = open.filter(({ classIndex }) => phrasings.positive.get(key)?.has(classIndex));
    if (exact.length > 0) {
      const candidates = exact.map((standing) => ({ id: idOf(standing), score: 1 / exact.length }));
      return { candidates: candidates.slice(0, CANDIDATES_MAX), isExact: exact.length === 1, explain };
    }
    if (!/\p{L}/u.test(key)) return NOTHING;
    const sureness = toProbability(model.confidence, signals);
    return { candidates: toCandidates({ standings, open, sureness, idOf }), isExact: false, explain };
  };
  return { match };
}

type Scored = {
  readonly standings: readonly ClassStanding[];
  readonly open: readonly ClassStanding[];
  readonly sureness: number;
  readonly idOf: (standing: ClassStanding) => string;
};

/** The winner's probability is calibrated; the others share by their distance from it and never pass 1 in sum. */
function toCandidates({ standings, open, sureness, idOf }: Scored): readonly ClassCandidate[] {
  const shares = toShares(standings);
  const top = shares[0] ?? 1;
  const rest = 1 - top;
  const scoreOf = (standing: ClassStanding) => {
    const at = standings.indexOf(standing);
    if (at === 0) return sureness;
    const share = shares[at] ?? 0;
    return Math.min((sureness * share) / top, rest <= 0 ? 0 : ((1 - sureness) * share) / rest);
  };
  return open
    .slice(0, CANDIDATES_MAX)
    .filter(({ nearest }) => nearest > 0)
    .map((standing) => ({ id: idOf(standing), score: round(scoreOf(standing)) }));
}

function round(score: number): number {
  return Math.round(score * 1_000) / 1_000;
}

type Phrasings = Record<"positive" | "negative", Map<string, Set<number>>>;

/** A description is no phrasing: nobody says it. */
function indexPhrasings(drafts: readonly RowDraft[]): Phrasings {
  const phrasings: Phrasings = { positive: new Map(), negative: new Map() };
  for (const { key, classIndex, role } of drafts) {
    if (classIndex === null) continue;
    const map = phrasings[role === "negative" ? "negative" : "positive"];
    map.set(key, (map.get(key) ?? new Set()).add(classIndex));
  }
  return phrasings;
}
