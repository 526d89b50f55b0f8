import { type ClassModel, compileClasses, type Manner, MODEL_FORMAT } from "./compile-classes.ts";
import { createRanker, listBest, type Ranking } from "./create-ranker.ts";
import type { WordGroups } from "./create-rephraser.ts";
import { createWording, type Wording } from "./create-wording.ts";
import { explainMatch, type MatchReasons } from "./explain-match.ts";
import { findMentions } from "./find-mentions.ts";
import { toProbability } from "./fit-confidence.ts";
import { hasSubject } from "./has-subject.ts";
import { type MatchKey, matchWithWords } from "./match-with-words.ts";
import { sumPowers } from "./measure-signals.ts";
import { unpackIndex } from "./pack-index.ts";
import { unpackPulls } from "./pack-pulls.ts";
import { unpackRows } from "./pack-rows.ts";
import {
  type ClassSource,
  classOf,
  ELSEWHERE_OWNER,
  findSourceText,
  type RowTable,
  tokensOfLine,
} from "./row-table.ts";

export type ClassCandidate = { readonly id: string; readonly score: number };

export type ClassMatch = {
  /** Best first, at most three; the scores are probabilities that this class is meant, and sum to at most 1. */
  readonly candidates: readonly ClassCandidate[];
  /**
   * phrasing: an author's own words; keyword: a bare word of several classes' phrasings; vague: not to be acted on unasked, because
   * it is nothing but everyday words near to a phrasing that says more, or denies the wish; likeness: all else.
   */
  readonly basis: "phrasing" | "keyword" | "vague" | "likeness";
  explain(id: string): MatchReasons;
};

export type ClassMatcher = {
  /** Classes for which `isServed` says no are passed over; `words` count beside those that the model was learned with. */
  match(text: string, isServed?: (id: string) => boolean, words?: WordGroups): ClassMatch;
};

const CANDIDATES_MAX = 3;
const HAS_LETTER = /\p{L}/u;
/** As near to a negative as this, and nearer than to any example, is "very near". */
const NEGATIVE_NEARNESS = 0.7;
/** On validation sets the second and third then come near to how often they are meant. */
const RIVALS_TEMPERATURE = 0.2;

/** Reads a model once, so that each match is a lookup. A model of an older format is compiled anew from its sources. */
export function createClassMatcher(stored: ClassModel, manner: Manner): ClassMatcher {
  const model = stored.format === MODEL_FORMAT ? stored : compileClasses({ ...stored, manner });
  const { classes, confidence } = model;
  const wording = createWording(model.synonyms, manner.hasCodes);
  const table = unpackRows(model.rows);
  const { lexicon, ranker } = readIndex(model, table, wording);
  const speakers = indexKeys(table);

  const matchKey: MatchKey = (key, { isServed, newTerms }) => {
    const features = wording.toFeatures(key, newTerms);
    const { tokens } = features;
    const ranking = ranker.rank({ text: lexicon.toIndexed(features), tokens });
    const owners = speakers.get(key) ?? [];
    const isNotDenied = createOpenCheck(ranking, owners);
    const isOpen = (classIndex: number) =>
      isNotDenied(classIndex) && (isServed === undefined || isServed(classes[classIndex]?.id ?? ""));
    const toMatch = (basis: ClassMatch["basis"], scored: readonly Scored[]): ClassMatch => {
      const best = scored.slice(0, CANDIDATES_MAX).map(({ classIndex, score }) => ({
        id: classes[classIndex]?.id ?? "",
        score: Math.round(score * 1_000) / 1_000,
        row: ranking.standings.nearestRows[classIndex] ?? -1,
      }));
      return {
        basis,
        candidates: best.map(({ id, score }) => ({ id, score })),
        explain: (id) => explain({ key, table, classes, row: best.find((one) => one.id === id)?.row ?? -1 }),
      };
    };
    const exact = listExact(ranking, owners).filter(isOpen);
    if (exact.length > 0) return toMatch("phrasing", shareEvenly(exact));
    if (!HAS_LETTER.test(key) || owners.includes(ELSEWHERE_OWNER)) return toMatch("likeness", []);
    const mentions = findMentions(table, tokens);
    if (mentions.size > 1) return toMatch("keyword", scoreByMentions(ranking, isOpen, mentions));
    const open = listBest(ranking.standings, CANDIDATES_MAX, isOpen);
    const nearestRow = ranking.standings.nearestRows[open[0] ?? -1] ?? -1;
    const isVague = !hasSubject(tokens) && hasSubject(tokensOfLine(table.lines[nearestRow]));
    const basis = isVague ? "vague" : "likeness";
    return toMatch(basis, scoreByLikeness(ranking, open, toProbability(confidence, ranking.signals)));
  };
  const ids = classes.map(({ id }) => id);
  return { match: matchWithWords({ matchKey, wording, table, ids, isRow: (key) => speakers.has(key) }) };
}

function readIndex(
  { index: packed, pulls, classes }: ClassModel,
  { owners, keys, lines }: RowTable,
  wording: Wording,
) {
  const { lexicon, space, index } = unpackIndex(packed, owners.length);
  const ranker = createRanker({
    owners,
    classesCount: classes.length,
    space,
    index,
    pulls: pulls === null ? null : unpackPulls(pulls, owners, classes.length),
    phrasingOf: (row) => ({
      tokens: tokensOfLine(lines[row]),
      ids: lexicon.toIndexed(wording.toFeatures(keys[row] ?? "")).ids,
    }),
  });
  return { lexicon, ranker };
}

/** A class is closed by a negative that is the text, or very near to it and nearer than any example. */
function createOpenCheck({ standings }: Ranking, owners: readonly number[]): (classIndex: number) => boolean {
  const { nearest, nearestNegatives } = standings;
  return (classIndex) => {
    if (owners.some((owner) => owner < ELSEWHERE_OWNER && classOf(owner) === classIndex)) return false;
    const negative = nearestNegatives[classIndex] ?? 0;
    return negative < NEGATIVE_NEARNESS || negative <= (nearest[classIndex] ?? 0);
  };
}

/** The classes that have this very text, best first. */
function listExact({ standings }: Ranking, owners: readonly number[]): readonly number[] {
  const scoreOf = (classIndex: number) => standings.scores[classIndex] ?? 0;
  return owners.filter((owner) => owner >= 0).sort((a, b) => scoreOf(b) - scoreOf(a) || a - b);
}

type Explanation = {
  readonly key: string;
  readonly table: RowTable;
  readonly classes: readonly ClassSource[];
  readonly row: number;
};

function explain({ key, table, classes, row }: Explanation): MatchReasons {
  const source = classes[table.owners[row] ?? -1];
  if (source === undefined) return { terms: [], example: "" };
  return explainMatch(key, {
    key: table.keys[row] ?? "",
    tokens: tokensOfLine(table.lines[row]),
    text: findSourceText(source, table.places[row] ?? -1),
  });
}

type Scored = { readonly classIndex: number; readonly score: number };

function shareEvenly(classIndexes: readonly number[]): readonly Scored[] {
  return classIndexes.map((classIndex) => ({ classIndex, score: 1 / classIndexes.length }));
}

/** A bare keyword is about a class as much as that class's phrasings are about it. */
function scoreByMentions(
  { standings }: Ranking,
  isOpen: (classIndex: number) => boolean,
  mentions: ReadonlyMap<number, number>,
): readonly Scored[] {
  const total = [...mentions.values()].reduce((sum, count) => sum + count, 0);
  return [...mentions]
    .filter(([classIndex]) => isOpen(classIndex))
    .map(([classIndex, count]) => ({ classIndex, score: count / total }))
    .sort(
      (a, b) =>
        b.score - a.score ||
        (standings.scores[b.classIndex] ?? 0) - (standings.scores[a.classIndex] ?? 0) ||
        a.classIndex - b.classIndex,
    );
}

/** The winner's probability is calibrated; the others follow by their distance from it and never pass 1 in sum. */
function scoreByLikeness(
  { standings, winner }: Ranking,
  open: readonly number[],
  sureness: number,
): readonly Scored[] {
  const { scores, nearest } = standings;
  const highest = scores[winner] ?? 0;
  const total = sumPowers(scores, highest, RIVALS_TEMPERATURE);
  const top = 1 / total;
  const scoreOf = (classIndex: number) => {
    if (classIndex === winner) return sureness;
    const share = Math.exp(((scores[classIndex] ?? 0) - highest) / RIVALS_TEMPERATURE) / total;
    return Math.min((sureness * share) / top, ((1 - sureness) * share) / Math.max(1 - top, Number.EPSILON));
  };
  return open
    .filter((classIndex) => (nearest[classIndex] ?? 0) > 0)
    .map((classIndex) => ({ classIndex, score: scoreOf(classIndex) }));
}

/** Whose texts say exactly this, for and against. */
function indexKeys({ keys, owners }: RowTable): ReadonlyMap<string, readonly number[]> {
  const ownersOf = new Map<string, number[]>();
  for (const [row, key] of keys.entries()) {
    const known = ownersOf.get(key);
    if (known === undefined) ownersOf.set(key, [owners[row] ?? ELSEWHERE_OWNER]);
    else known.push(owners[row] ?? ELSEWHERE_OWNER);
  }
  return ownersOf;
}
