import { calibrate } from "./calibrate.ts";
import { createRanker } from "./create-ranker.ts";
import { createWording } from "./create-wording.ts";
import { ELSEWHERE } from "./elsewhere.ts";
import type { Confidence } from "./fit-confidence.ts";
import { learn } from "./learn.ts";
import { learnVectors } from "./learn-vectors.ts";
import { type PackedIndex, packIndex } from "./pack-index.ts";
import { type PackedPulls, packPulls } from "./pack-pulls.ts";
import { type PackedRows, packRows } from "./pack-rows.ts";
import {
  buildRows,
  type ClassSource,
  type LearningTable,
  type RowDraft,
  toLearningTable,
} from "./row-table.ts";
import { toSearchIndex } from "./search-index.ts";

/** Rises whenever the reading of texts, features or ranking change: a stored model of another format is compiled anew from its sources. */
export const MODEL_FORMAT = 6;

/** Plain data: what was learnt, and the sources it was learnt from. */
export type ClassModel = {
  readonly format: number;
  readonly classes: readonly ClassSource[];
  readonly synonyms: readonly (readonly string[])[];
  readonly rows: PackedRows;
  readonly index: PackedIndex;
  readonly pulls: PackedPulls | null;
  readonly confidence: Confidence;
  /** How much more (above 0) or less often each class is right than its probability says; a model without them trusts all the same. */
  readonly trusts?: readonly number[];
};

/** How classes of a kind are learnt; the same for every model of that kind. */
export type Manner = {
  /** Whether the number of a model, a size or a price tells classes apart. */
  readonly hasCodes: boolean;
  /** Above this many classes nothing is trained: nearness to phrasings alone ranks. */
  readonly separatedClassesMax: number;
};

export type ClassSources = {
  readonly classes: readonly ClassSource[];
  readonly synonyms: readonly (readonly string[])[];
  readonly manner: Manner;
  /** Told how far the learning is, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
};

/** How much of the time has passed when the texts are listed, and when the model itself is learnt. */
const LISTED_SHARE = 0.1;
const LEARNT_SHARE = 0.3;

/** A question this near to an example is not from elsewhere: a bot may well be about the weather. */
const ELSEWHERE_NEARNESS_MAX = 0.6;

export function compileClasses({
  classes,
  synonyms,
  manner,
  onProgress = () => {},
}: ClassSources): ClassModel {
  const table = tabulate({ classes, synonyms, manner });
  const isTrained = classes.length <= manner.separatedClassesMax;
  const lesson = { table, classesCount: classes.length, isTrained };
  onProgress(LISTED_SHARE);
  const { learnt, index, pulls } = learn({ ...lesson, kept: Int32Array.from(table.keys.keys()) });
  onProgress(LEARNT_SHARE);
  return {
    format: MODEL_FORMAT,
    classes,
    synonyms,
    rows: packRows(table),
    index: packIndex({ corpus: table.corpus, learnt, index }),
    pulls: pulls === null ? null : packPulls(pulls, table.keys.length),
    ...calibrate({
      ...{ ...lesson, pulls },
      onFold: (share) => onProgress(LEARNT_SHARE + (1 - LEARNT_SHARE) * share),
    }),
  };
}

/** Every text that a matcher of these classes learns from. */
export function tabulate({ classes, synonyms, manner }: ClassSources): LearningTable {
  const wording = createWording(synonyms, manner.hasCodes);
  const drafts = buildRows({ classes, elsewhere: ELSEWHERE, wording });
  return toLearningTable(dropNearElsewhere(drafts));
}

function dropNearElsewhere(drafts: readonly RowDraft[]): readonly RowDraft[] {
  const { corpus } = toLearningTable(drafts);
  const own = Int32Array.from(drafts.keys()).filter((row) => drafts[row]?.role !== "elsewhere");
  const { space, vectors } = learnVectors({ corpus, rows: own, isBackground: () => false });
  // All own rows as one class: its nearest row is the nearest of all.
  const owners = new Int32Array(own.length);
  const index = toSearchIndex(vectors, owners, { classesCount: 1, featuresCount: space.size });
  const phrasingOf = () => ({ tokens: [], ids: [] });
  const ranker = createRanker({ owners, classesCount: 1, space, index, pulls: null, phrasingOf });
  return drafts.filter(({ role, features }) => {
    if (role !== "elsewhere") return true;
    const text = corpus.lexicon.toIndexed(features);
    return (ranker.rank({ text, tokens: [] }).standings.nearest[0] ?? 0) < ELSEWHERE_NEARNESS_MAX;
  });
}
