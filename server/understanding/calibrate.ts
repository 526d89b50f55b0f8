import type { RowDraft } from "./build-rows.ts";
import { type Confidence, fitConfidence, type Observation } from "./fit-confidence.ts";
import { learn } from "./learn.ts";
import { PRIOR_CONFIDENCE, PRIOR_STRENGTH } from "./prior-confidence.ts";
import { createRandom, shuffle } from "./train-separators.ts";

const FOLDS = 5;
/** With this much data two folds tell as much as five, in less than half of the time. */
const ROWS_FOR_FEWER_FOLDS = 1_500;
const PROBES_MAX = 1_000;
/** Assumed share of customer messages that no class answers. */
const OUTSIDE_SHARE = 0.3;

type Calibration = {
  readonly rows: readonly RowDraft[];
  readonly classesCount: number;
  readonly isTrained: boolean;
};

/**
 * Learns how far a ranking can be trusted from questions it has not seen: in each fold some classes are removed
 * (their examples then come from outside), and some examples of the others are held out.
 */
export function calibrate(calibration: Calibration): Confidence {
  const observations = observe(calibration);
  return fitConfidence({ observations, prior: PRIOR_CONFIDENCE, priorStrength: PRIOR_STRENGTH });
}

/** Exported for the evaluation, which pools observations of several sets into the shipped prior. */
export function observe({ rows, classesCount, isTrained }: Calibration): readonly Observation[] {
  const random = createRandom(rows.length + 7);
  const classFold = spread(classesCount, random);
  const rowFold = spread(rows.length, random);
  const folds = rows.length > ROWS_FOR_FEWER_FOLDS ? 2 : FOLDS;
  const all: Seen[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const isRemoved = (row: RowDraft) =>
      row.classIndex !== null && classesCount > 1 && classFold[row.classIndex] === fold;
    const isHeldOut = (row: RowDraft, at: number) =>
      rowFold[at] === fold && (row.role === "example" || row.role === "elsewhere");
    const kept = rows.filter((row, at) => !isRemoved(row) && !isHeldOut(row, at));
    const probes = rows.filter((row, at) =>
      isRemoved(row) ? row.role === "example" : isHeldOut(row, at) && hasSibling(row, kept),
    );
    all.push(...probe(thin(probes), learn(kept, classesCount, isTrained).ranker.rank, isRemoved));
  }
  return weigh(all);
}

type Seen = { readonly signals: readonly number[]; readonly isRight: boolean; readonly isInside: boolean };
type Rank = ReturnType<typeof learn>["ranker"]["rank"];

function probe(
  rows: readonly RowDraft[],
  rank: Rank,
  isRemoved: (row: RowDraft) => boolean,
): readonly Seen[] {
  return rows.map((row) => {
    const { standings, signals } = rank(row.features);
    const isInside = row.classIndex !== null && !isRemoved(row);
    return { signals, isInside, isRight: isInside && standings[0]?.classIndex === row.classIndex };
  });
}

/** Without another example of its class a held-out one cannot be found: it would teach mistrust only. */
function hasSibling(row: RowDraft, kept: readonly RowDraft[]): boolean {
  return row.classIndex === null || kept.some(({ classIndex }) => classIndex === row.classIndex);
}

function thin<Item>(items: readonly Item[]): readonly Item[] {
  const step = Math.ceil(items.length / PROBES_MAX);
  return step <= 1 ? items : items.filter((_, at) => at % step === 0);
}

function spread(count: number, random: () => number): readonly number[] {
  const folds = Array.from({ length: count }, (_, at) => at % FOLDS);
  shuffle(folds, count, random);
  return folds;
}

function weigh(all: readonly Seen[]): readonly Observation[] {
  const inside = all.filter(({ isInside }) => isInside).length;
  const outside = all.length - inside;
  return all.map(({ signals, isRight, isInside }) => ({
    signals,
    isRight,
    weight: isInside
      ? (all.length * (1 - OUTSIDE_SHARE)) / Math.max(1, inside)
      : (all.length * OUTSIDE_SHARE) / Math.max(1, outside),
  }));
}
