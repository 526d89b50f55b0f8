import type { Confusion, LearningReport } from "../../flows/preview/learning-report.ts";
import { calibrate, FOLDS, foldsFor } from "./calibrate.ts";
import { type Manner, tabulate } from "./compile-classes.ts";
import { textOfRow } from "./corpus.ts";
import { toProbability } from "./fit-confidence.ts";
import { learn } from "./learn.ts";
import {
  type ClassSource,
  findSourceText,
  type LearningTable,
  ROW_ROLES,
  tokensOfLine,
} from "./row-table.ts";
import { createRandom, shuffle } from "./train-separators.ts";

type Lesson = {
  readonly classes: readonly ClassSource[];
  readonly synonyms: readonly (readonly string[])[];
  readonly manner: Manner;
  /** Below this probability nothing is made of a sentence, not even a question back. */
  readonly askMin: number;
};

const EXAMPLE = ROW_ROLES.indexOf("example");
/** More answers would say the same, later. */
const ASKED_MAX = 3_000;
const CONFUSIONS_MAX = 50;
const SENTENCES_MAX = 5;

/**
 * Asks each example of a matcher that has learned from all but a fifth of them: how many are found, and what the others are taken for,
 * with the confidence that a customer's message is judged by. Unlike in `calibrate`, no class is ever removed: an author wants to know
 * which of their own classes get into each other's way. Takes about twice as long as learning the matcher; to be called in a thread.
 */
export function examineClasses({ classes, synonyms, manner, askMin }: Lesson): LearningReport {
  const table = tabulate({ classes, synonyms, manner });
  const isTrained = classes.length <= manner.separatedClassesMax;
  const lesson = { table, classesCount: classes.length, isTrained };
  const foldOf = dealFolds(table, classes.length);
  const rows = Int32Array.from(table.keys.keys());
  const pulls = lesson.isTrained ? learn({ ...lesson, kept: rows }).pulls : null;
  const { confidence } = calibrate({ ...lesson, pulls });
  const folds = lesson.isTrained ? foldsFor(table.keys.length * classes.length) : FOLDS;
  const asked = new Int32Array(classes.length);
  const wrong: Wrong[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const { ranker } = learn({ ...lesson, kept: rows.filter((row) => foldOf[row] !== fold), from: pulls });
    for (const row of rows.filter((one) => foldOf[one] === fold)) {
      const owner = table.owners[row] ?? 0;
      const text = textOfRow(table.corpus, row);
      const { winner, signals } = ranker.rank({ text, tokens: tokensOfLine(table.lines[row]) });
      asked[owner] = (asked[owner] ?? 0) + 1;
      const isTaken = toProbability(confidence, signals) >= askMin;
      if (isTaken && winner === owner) continue;
      wrong.push({ from: owner, to: isTaken ? winner : NOTHING, place: table.places[row] ?? -1 });
    }
  }
  const total = asked.reduce((sum, count) => sum + count, 0);
  return {
    ...{ asked: total, right: total - wrong.length },
    confusions: listConfusions({ wrong, asked, classes }),
  };
}

/** In which fold each row is asked, -1 if in none. A class's examples are dealt to all folds alike, so that it always keeps some. */
function dealFolds({ owners, roles }: LearningTable, classesCount: number): Int32Array {
  const foldOf = new Int32Array(owners.length).fill(-1);
  const examples = Array.from(owners.keys()).filter((row) => roles[row] === EXAMPLE);
  const ofClass = Map.groupBy(examples, (row) => owners[row] ?? 0);
  const step = Math.ceil(examples.length / ASKED_MAX);
  const random = createRandom(owners.length + classesCount);
  let dealt = 0;
  for (const rows of ofClass.values()) {
    if (rows.length < 2) continue;
    shuffle(rows, rows.length, random);
    for (const row of rows) {
      if (dealt % step === 0) foldOf[row] = (dealt / step) % FOLDS;
      dealt += 1;
    }
  }
  return foldOf;
}

/** Not taken for any class. */
const NOTHING = -1;

type Wrong = { readonly from: number; readonly to: number; readonly place: number };

type Tally = {
  readonly wrong: readonly Wrong[];
  readonly asked: Int32Array;
  readonly classes: readonly ClassSource[];
};

function listConfusions({ wrong, asked, classes }: Tally): readonly Confusion[] {
  const pairs = Map.groupBy(wrong, ({ from, to }) => `${from} ${to}`);
  return [...pairs.values()]
    .flatMap((pair): Confusion[] => {
      const [first] = pair;
      const source = classes[first?.from ?? -1];
      if (first === undefined || source === undefined) return [];
      const sentences = pair.slice(0, SENTENCES_MAX).map(({ place }) => findSourceText(source, place));
      const to = classes[first.to]?.id ?? null;
      return [{ from: source.id, to, count: pair.length, asked: asked[first.from] ?? 0, sentences }];
    })
    .sort((a, b) => b.count - a.count || b.count / b.asked - a.count / a.asked)
    .slice(0, CONFUSIONS_MAX);
}
