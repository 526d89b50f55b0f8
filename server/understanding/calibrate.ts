import type { RowDraft } from "./build-rows.ts";
import { type Confidence, fitConfidence, type Observation } from "./fit-confidence.ts";
import { learn } from "./learn.ts";
import { PRIOR_CONFIDENCE, PRIOR_STRENGTH } from "./prior-confidence.ts";
import { createRandom, shuffle } from "./train-separators.ts";

const FOLDS = 5;
/** Rows times classes, the cost of training, from which two folds, or one, must do: publishing may take seconds. */
const COST_FOR_TWO_FOLDS = 200_000;
const COST_FOR_ONE_FOLD = 600_000;
const PROBES_MAX = 1_000;
/** Assumed share of customer messages that no class answers; a bot that knows little is asked more that it does not know. */
const outsideShare = (classesCount: number) => 0.3 + 0.4 / classesCount;

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

/** What calibration learns from; e2e/eval/fit-prior.ts pools it over many bots into the shipped prior. */
export function observe({ rows, classesCount, isTrained }: Calibration): readonly Observation[] {
  const random = createRandom(rows.length + 7);
  const classFold = spread(classesCount, random);
  const rowFold = spread(rows.length, random);
  const folds = foldsFor(rows.length * classesCount);
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
  return weigh(all, outsideShare(classesCount));
}

function foldsFor(cost: number): number {
  if (cost > COST_FOR_ONE_FOLD) return 1;
  return cost > COST_FOR_TWO_FOLDS ? 2 : FOLDS;
}

type Origin = "inside" | "removed" | "elsewhere";
type Seen = { readonly signals: readonly number[]; readonly isRight: boolean; readonly origin: Origin };
type Rank = ReturnType<typeof learn>["ranker"]["rank"];

function probe(
  rows: readonly RowDraft[],
  rank: Rank,
  isRemoved: (row: RowDraft) => boolean,
): readonly Seen[] {
  return rows.map((row) => {
    const { standings, signals } = rank(row.features);
    const origin = row.classIndex === null ? "elsewhere" : isRemoved(row) ? "removed" : "inside";
    return { signals, origin, isRight: origin === "inside" && standings[0]?.classIndex === row.classIndex };
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

/** Half of what comes from outside is near the bot's subject, half is far from it. */
function weigh(all: readonly Seen[], shareOutside: number): readonly Observation[] {
  const counts: Record<Origin, number> = { inside: 0, removed: 0, elsewhere: 0 };
  for (const { origin } of all) counts[origin] += 1;
  const kinds = Number(counts.removed > 0) + Number(counts.elsewhere > 0);
  return all.map(({ signals, isRight, origin }) => {
    const share = origin === "inside" ? 1 - shareOutside : shareOutside / kinds;
    return { signals, isRight, weight: (all.length * share) / counts[origin] };
  });
}
