import { buildRows, type RowDraft, spaceOf, toRankedRows } from "./build-rows.ts";
import { type ClassModel, compileClasses, MODEL_FORMAT } from "./compile-classes.ts";
import { type ClassStanding, createRanker } from "./create-ranker.ts";
import { explainMatch, type MatchReasons } from "./explain-match.ts";
import { extractFeatures } from "./extract-features.ts";
import { createMentionFinder } from "./find-mentions.ts";
import { toProbability } from "./fit-confidence.ts";
import { hasSubject } from "./has-subject.ts";
import { toShares } from "./measure-signals.ts";
import { normalizeText } from "./normalize.ts";
import { unpackPulls } from "./pack-pulls.ts";
import { createSynonymReplacer } from "./synonyms.ts";

export type ClassCandidate = { readonly id: string; readonly score: number };

export type ClassMatch = {
  /** Best first, at most three; the scores are probabilities that this class is meant, and sum to at most 1. */
  readonly candidates: readonly ClassCandidate[];
  /**
   * phrasing: an author's own words; keyword: a bare word of several classes' phrasings; vague: nothing but everyday
   * words, near to a phrasing that says more; likeness: all else.
   */
  readonly basis: "phrasing" | "keyword" | "vague" | "likeness";
  explain(id: string): MatchReasons;
};

export type ClassMatcher = { match(text: string): ClassMatch };

const CANDIDATES_MAX = 3;
/** As near to a negative as this, and nearer than to any example, is "very near". */
const NEGATIVE_NEARNESS = 0.7;
/** On validation sets the second and third then come near to how often they are meant. */
const RIVALS_TEMPERATURE = 0.2;

/** Reads a model once, so that each match is a lookup. A model of an older format is compiled anew from its sources. */
export function createClassMatcher(stored: ClassModel, separatedClassesMax: number): ClassMatcher {
  const model = stored.format === MODEL_FORMAT ? stored : compileClasses({ ...stored, separatedClassesMax });
  const { classes, elsewhere, synonyms, confidence } = model;
  const replaceSynonyms = createSynonymReplacer(synonyms);
  const drafts = buildRows({ classes, elsewhere, replaceSynonyms });
  const space = spaceOf(drafts);
  const rows = toRankedRows(drafts, space);
  const pulls = model.pulls === null ? null : unpackPulls(model.pulls, rows, classes.length);
  const ranker = createRanker({ rows, classesCount: classes.length, space, pulls });
  const phrasings = indexKeys(drafts, ["example", "hint"]);
  const negatives = indexKeys(drafts, ["negative"]);
  const smallTalk = new Set(drafts.filter(({ role }) => role === "elsewhere").map(({ key }) => key));
  const findMentions = createMentionFinder(drafts);
  const idOf = ({ classIndex }: ClassStanding) => classes[classIndex]?.id ?? "";

  const match = (text: string): ClassMatch => {
    const key = replaceSynonyms(normalizeText(text));
    const features = extractFeatures(key);
    const { standings, signals } = ranker.rank(features);
    const open = standings.filter(
      ({ classIndex, nearest, nearestNegative }) =>
        negatives.get(key)?.has(classIndex) !== true &&
        (nearestNegative < NEGATIVE_NEARNESS || nearestNegative <= nearest),
    );
    const toMatch = (basis: ClassMatch["basis"], scored: readonly Scored[]): ClassMatch => ({
      basis,
      candidates: scored
        .slice(0, CANDIDATES_MAX)
        .map(({ standing, score }) => ({ id: idOf(standing), score: Math.round(score * 1_000) / 1_000 })),
      explain: (id) => explainMatch(key, drafts[standings.find((one) => idOf(one) === id)?.nearestRow ?? -1]),
    });
    const exact = open.filter(({ classIndex }) => phrasings.get(key)?.has(classIndex));
    if (exact.length > 0) return toMatch("phrasing", shareEvenly(exact));
    if (!/\p{L}/u.test(key) || smallTalk.has(key)) return toMatch("likeness", []);
    const mentions = findMentions(features.tokens);
    if (mentions.size > 1) return toMatch("keyword", scoreByMentions(open, mentions));
    const nearest = drafts[open[0]?.nearestRow ?? -1]?.features.tokens ?? [];
    const basis = !hasSubject(features.tokens) && hasSubject(nearest) ? "vague" : "likeness";
    return toMatch(basis, scoreByLikeness({ standings, open, sureness: toProbability(confidence, signals) }));
  };
  return { match };
}

type Scored = { readonly standing: ClassStanding; readonly score: number };

function shareEvenly(standings: readonly ClassStanding[]): readonly Scored[] {
  return standings.map((standing) => ({ standing, score: 1 / standings.length }));
}

/** A bare keyword is about a class as much as that class's phrasings are about it. */
function scoreByMentions(
  open: readonly ClassStanding[],
  mentions: ReadonlyMap<number, number>,
): readonly Scored[] {
  const total = [...mentions.values()].reduce((sum, count) => sum + count, 0);
  return open
    .map((standing) => ({ standing, score: (mentions.get(standing.classIndex) ?? 0) / total }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}

type Likeness = {
  readonly standings: readonly ClassStanding[];
  readonly open: readonly ClassStanding[];
  readonly sureness: number;
};

/** The winner's probability is calibrated; the others follow by their distance from it and never pass 1 in sum. */
function scoreByLikeness({ standings, open, sureness }: Likeness): readonly Scored[] {
  const shares = toShares(standings, RIVALS_TEMPERATURE);
  const top = shares[0] ?? 1;
  const scoreOf = (standing: ClassStanding) => {
    const share = shares[standings.indexOf(standing)] ?? 0;
    if (standing === standings[0]) return sureness;
    return Math.min((sureness * share) / top, ((1 - sureness) * share) / Math.max(1 - top, Number.EPSILON));
  };
  return open
    .slice(0, CANDIDATES_MAX)
    .filter(({ nearest }) => nearest > 0)
    .map((standing) => ({ standing, score: scoreOf(standing) }));
}

/** Which classes say exactly this. */
function indexKeys(
  drafts: readonly RowDraft[],
  roles: readonly RowDraft["role"][],
): Map<string, Set<number>> {
  const classesOf = new Map<string, Set<number>>();
  for (const { key, classIndex, role } of drafts) {
    if (classIndex === null || !roles.includes(role)) continue;
    classesOf.set(key, (classesOf.get(key) ?? new Set()).add(classIndex));
  }
  return classesOf;
}
