import { type ClassModel, type Manner, MODEL_FORMAT } from "./compile-classes.ts";
import type { Corpus } from "./corpus.ts";
import { createLexicon } from "./corpus.ts";
import type { Confidence } from "./fit-confidence.ts";
import { learn } from "./learn.ts";
import { learnVectors } from "./learn-vectors.ts";
import { type ClassMatcher, createClassMatcher } from "./match-classes.ts";
import { packIndex } from "./pack-index.ts";
import { packPulls } from "./pack-pulls.ts";
import { packRows } from "./pack-rows.ts";
import { type ClassSource, ELSEWHERE_OWNER, type LearningTable } from "./row-table.ts";
import type { Pulls } from "./train-separators.ts";

type Lesson = {
  readonly table: LearningTable;
  readonly classes: readonly ClassSource[];
  readonly synonyms: readonly (readonly string[])[];
  readonly manner: Manner;
  readonly isTrained: boolean;
  /** What was learnt from all rows: training starts from there. */
  readonly pulls: Pulls | null;
  /** How far to trust it; learnt from all rows, as the matcher of a bot does. */
  readonly confidence: Confidence;
};

/** The matcher that a bot would have whose author had not written the rows that are not `kept`, and which is as sure of itself. */
export function learnWithout(lesson: Lesson, kept: Int32Array): ClassMatcher {
  const { classes, synonyms, manner, isTrained, confidence } = lesson;
  const { index, pulls } = learn({
    ...{ table: lesson.table, kept, classesCount: classes.length, isTrained, from: lesson.pulls },
  });
  const table = keepRows(lesson.table, kept);
  const learnt = learnVectors({
    corpus: table.corpus,
    rows: Int32Array.from(table.keys.keys()),
    isBackground: (row) => table.owners[row] === ELSEWHERE_OWNER,
  });
  const model: ClassModel = {
    ...{ format: MODEL_FORMAT, classes, synonyms, confidence },
    rows: packRows(table),
    index: packIndex({ corpus: table.corpus, learnt, index }),
    pulls: pulls === null ? null : packPulls(pulls, table.keys.length),
  };
  return createClassMatcher(model, manner);
}

function keepRows({ keys, lines, owners, roles, places, corpus }: LearningTable, kept: Int32Array) {
  return {
    keys: Array.from(kept, (row) => keys[row] ?? ""),
    lines: Array.from(kept, (row) => lines[row] ?? ""),
    owners: kept.map((row) => owners[row] ?? ELSEWHERE_OWNER),
    roles: Uint8Array.from(kept, (row) => roles[row] ?? 0),
    places: kept.map((row) => places[row] ?? 0),
    corpus: keepTexts(corpus, kept),
  };
}

/** Features are numbered anew, in the order of their first row that is left: a packed index relies on it. */
function keepTexts({ lexicon, starts, ids, counts }: Corpus, kept: Int32Array): Corpus {
  const newIds = new Int32Array(lexicon.features.length).fill(-1);
  const features: number[] = [];
  const newStarts = new Int32Array(kept.length + 1);
  const texts = Array.from(kept, (row, at) => {
    const pairs: [id: number, count: number][] = [];
    for (let place = starts[row] ?? 0; place < (starts[row + 1] ?? 0); place += 1) {
      const id = ids[place] ?? 0;
      if (newIds[id] === -1) newIds[id] = features.push(lexicon.features[id] ?? 0) - 1;
      pairs.push([newIds[id] ?? 0, counts[place] ?? 0]);
    }
    newStarts[at + 1] = (newStarts[at] ?? 0) + pairs.length;
    return pairs.sort((a, b) => a[0] - b[0]);
  }).flat();
  return {
    lexicon: createLexicon(Int32Array.from(features)),
    starts: newStarts,
    ids: Int32Array.from(texts, ([id]) => id),
    counts: Uint16Array.from(texts, ([, count]) => count),
  };
}
