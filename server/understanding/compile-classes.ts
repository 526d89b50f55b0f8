import { buildRows, type ClassSource, type RowDraft, spaceOf, toRankedRows } from "./build-rows.ts";
import { calibrate } from "./calibrate.ts";
import { createRanker } from "./create-ranker.ts";
import { ELSEWHERE } from "./elsewhere.ts";
import type { Confidence } from "./fit-confidence.ts";
import { learn } from "./learn.ts";
import { type PackedPulls, packPulls } from "./pack-pulls.ts";
import { createSynonymReplacer } from "./synonyms.ts";

/** Rises whenever features or ranking change: a stored model of another format is compiled anew from its sources. */
export const MODEL_FORMAT = 1;

/** Plain data: what was learnt, and the sources it was learnt from. */
export type ClassModel = {
  readonly format: number;
  readonly classes: readonly ClassSource[];
  readonly synonyms: readonly (readonly string[])[];
  readonly elsewhere: readonly string[];
  readonly pulls: PackedPulls | null;
  readonly confidence: Confidence;
};

export type ClassSources = {
  readonly classes: readonly ClassSource[];
  readonly synonyms: readonly (readonly string[])[];
  /** Above this many classes nothing is trained: nearness to phrasings alone ranks. */
  readonly separatedClassesMax: number;
};

/** A question this near to an example is not from elsewhere: a bot may well be about the weather. */
const ELSEWHERE_NEARNESS_MAX = 0.6;

export function compileClasses({ classes, synonyms, separatedClassesMax }: ClassSources): ClassModel {
  const replaceSynonyms = createSynonymReplacer(synonyms);
  const own = buildRows({ classes, elsewhere: [], replaceSynonyms });
  const elsewhere = keepElsewhere(own, replaceSynonyms);
  const rows = buildRows({ classes, elsewhere, replaceSynonyms });
  const isTrained = classes.length <= separatedClassesMax;
  const { pulls } = learn(rows, classes.length, isTrained);
  return {
    format: MODEL_FORMAT,
    classes,
    synonyms,
    elsewhere,
    pulls: pulls === null ? null : packPulls(pulls, classes.length),
    confidence: calibrate({ rows, classesCount: classes.length, isTrained }),
  };
}

function keepElsewhere(
  own: readonly RowDraft[],
  replaceSynonyms: (text: string) => string,
): readonly string[] {
  const space = spaceOf(own);
  const rows = toRankedRows(own, space).map((row) => ({ ...row, classIndex: 0, isNegative: false }));
  const ranker = createRanker({ rows, classesCount: 1, space, pulls: null });
  return buildRows({ classes: [], elsewhere: ELSEWHERE, replaceSynonyms })
    .filter(({ features }) => (ranker.rank(features).standings[0]?.nearest ?? 0) < ELSEWHERE_NEARNESS_MAX)
    .map(({ text }) => text);
}
