import { textOfRow } from "./corpus.ts";
import type { Ranker } from "./create-ranker.ts";
import { type Confidence, fitConfidence, type Observation } from "./fit-confidence.ts";
import { fitTrusts } from "./fit-trusts.ts";
import { learn } from "./learn.ts";
import { PRIOR_CONFIDENCE, PRIOR_STRENGTH } from "./prior-confidence.ts";
import { classOf, ELSEWHERE_OWNER, type LearningTable, ROW_ROLES, tokensOfLine } from "./row-table.ts";
import { createRandom, type Pulls, shuffle } from "./train-separators.ts";

export const FOLDS = 5;
/** Rows times classes, the cost of training, from which two folds, or one, must do: publishing may take seconds. */
const COST_FOR_TWO_FOLDS = 200_000;
const COST_FOR_ONE_FOLD = 600_000;
const PROBES_MAX = 1_000;
const EXAMPLE = ROW_ROLES.indexOf("example");
/** Assumed share of customer messages that no class answers; a bot that knows little is asked more that it does not know. */
const outsideShare = (classesCount: number) => 0.35 + 0.4 / classesCount;
/**
 * How much of that is near the bot's subject: customers of a shop seldom ask it about the moon. With these two shares it was foretold
 * best how validation sets fare of which a third of the classes was left out.
 */
const NEAR_SHARE = 0.7;

type Calibration = {
  readonly table: LearningTable;
  readonly classesCount: number;
  readonly isTrained: boolean;
  /** What was learnt from all rows. */
  readonly pulls: Pulls | null;
  /** Told after each fold how many of them are done, from 0 to 1. */
  readonly onFold?: (share: number) => void;
};

export type Calibrated = { readonly confidence: Confidence; readonly trusts: readonly number[] };

/**
 * Learns how far a ranking can be trusted from questions it has not seen: in each fold some classes are removed
 * (their examples then come from outside), and some examples of the others are held out.
 */
export function calibrate(calibration: Calibration): Calibrated {
  const observations = observe(calibration);
  const confidence = fitConfidence({ observations, prior: PRIOR_CONFIDENCE, priorStrength: PRIOR_STRENGTH });
  return {
    confidence,
    trusts: fitTrusts({ observations, confidence, classesCount: calibration.classesCount }),
  };
}

/** What calibration learns from; e2e/eval/fit-prior.ts pools it over many bots into the shipped prior. */
export function observe({
  table,
  classesCount,
  isTrained,
  pulls,
  onFold,
}: Calibration): readonly Observation[] {
  const { owners, roles } = table;
  const random = createRandom(owners.length + 7);
  const classFold = spread(classesCount, random);
  const rowFold = spread(owners.length, random);
  const folds = foldsFor(owners.length * classesCount);
  const all: Seen[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const isRemoved = (row: number) =>
      classesCount > 1 && owners[row] !== ELSEWHERE_OWNER && classFold[classOf(owners[row] ?? 0)] === fold;
    const isHeldOut = (row: number) =>
      rowFold[row] === fold && (roles[row] === EXAMPLE || owners[row] === ELSEWHERE_OWNER);
    const kept = owners.map((_, row) => row).filter((row) => !isRemoved(row) && !isHeldOut(row));
    const hasSibling = createSiblingCheck(owners, kept);
    const probes = Array.from(owners.keys()).filter((row) =>
      isRemoved(row) ? roles[row] === EXAMPLE : isHeldOut(row) && hasSibling(row),
    );
    const { ranker } = learn({ table, kept, classesCount, isTrained, from: pulls });
    all.push(...thin(probes).map((row) => probe(table, ranker, { row, isRemoved: isRemoved(row) })));
    onFold?.((fold + 1) / folds);
  }
  return weigh(all, outsideShare(classesCount));
}

/** How many folds `cost` (rows times classes) leaves time for. */
export function foldsFor(cost: number): number {
  if (cost > COST_FOR_ONE_FOLD) return 1;
  return cost > COST_FOR_TWO_FOLDS ? 2 : FOLDS;
}

type Origin = "inside" | "removed" | "elsewhere";
type Seen = Omit<Observation, "weight"> & { readonly origin: Origin };
type Probe = { readonly row: number; readonly isRemoved: boolean };

function probe({ corpus, lines, owners }: LearningTable, ranker: Ranker, { row, isRemoved }: Probe): Seen {
  const text = textOfRow(corpus, row);
  const { winner, signals } = ranker.rank({ text, tokens: tokensOfLine(lines[row]) });
  const origin = owners[row] === ELSEWHERE_OWNER ? "elsewhere" : isRemoved ? "removed" : "inside";
  return { signals, winner, origin, isRight: origin === "inside" && winner === owners[row] };
}

/** Without another example of its class a held-out one cannot be found: it would teach mistrust only. */
function createSiblingCheck(owners: Int32Array, kept: Int32Array): (row: number) => boolean {
  const classes = new Set(Array.from(kept, (row) => classOf(owners[row] ?? ELSEWHERE_OWNER)));
  return (row) => owners[row] === ELSEWHERE_OWNER || classes.has(classOf(owners[row] ?? ELSEWHERE_OWNER));
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

function weigh(all: readonly Seen[], shareOutside: number): readonly Observation[] {
  const counts: Record<Origin, number> = { inside: 0, removed: 0, elsewhere: 0 };
  for (const { origin } of all) counts[origin] += 1;
  const hasOneKind = counts.removed === 0 || counts.elsewhere === 0;
  return all.map(({ signals, isRight, winner, origin }) => {
    const part = hasOneKind ? 1 : origin === "removed" ? NEAR_SHARE : 1 - NEAR_SHARE;
    const share = origin === "inside" ? 1 - shareOutside : shareOutside * part;
    return { signals, isRight, winner, weight: (all.length * share) / counts[origin] };
  });
}
