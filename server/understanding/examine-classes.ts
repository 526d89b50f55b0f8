import type { Acted, Confusion, LearningReport, Taken } from "../../flows/preview/learning-report.ts";
import { calibrate, FOLDS, foldsFor } from "./calibrate.ts";
import { type Manner, tabulate } from "./compile-classes.ts";
import { NO_WORDS, type WordGroups } from "./create-rephraser.ts";
import { decideOutcome, type Thresholds } from "./decide-outcome.ts";
import { learn } from "./learn.ts";
import { learnWithout } from "./learn-without.ts";
import type { ClassMatch } from "./match-classes.ts";
import { type ClassSource, findSourceText, type LearningTable, ROW_ROLES } from "./row-table.ts";
import { createRandom, shuffle } from "./train-separators.ts";

type Lesson = {
  readonly classes: readonly ClassSource[];
  readonly synonyms: readonly (readonly string[])[];
  readonly manner: Manner;
  /** Of the workspace: they count beside what is learned, as they do for customers. */
  readonly words?: WordGroups;
  readonly thresholds: Omit<Thresholds, "sureMin">;
  /** From where each class is acted on when its author sets nothing, by how far it can be trusted. */
  toSureMin(trust: number): number;
  /** Whether an author's threshold is all that decides about a likeness: else two that are close are asked about, however sure. */
  readonly isThresholdAll: boolean;
};

const EXAMPLE = ROW_ROLES.indexOf("example");
/** More answers would say the same, later. */
const ASKED_MAX = 3_000;
const CONFUSIONS_MAX = 50;
const SENTENCES_MAX = 5;

/**
 * Asks each example of a matcher that has learned from all but a fifth of them, as a customer would ask: how many are found, what the
 * others are taken for, and from which threshold on each is acted on. Unlike in `calibrate`, no class is ever removed: an author
 * wants to know which of their own classes get into each other's way. Takes about three times as long as learning the matcher; to be
 * called in a thread.
 */
export function examineClasses(lesson: Lesson): LearningReport {
  const { classes, synonyms, manner, words = NO_WORDS } = lesson;
  const table = tabulate({ classes, synonyms, manner });
  const isTrained = classes.length <= manner.separatedClassesMax;
  const rows = Int32Array.from(table.keys.keys());
  const base = { table, classesCount: classes.length, isTrained };
  const pulls = isTrained ? learn({ ...base, kept: rows }).pulls : null;
  const { confidence, trusts } = calibrate({ ...base, pulls });
  const sureMins = new Map(classes.map(({ id }, at) => [id, lesson.toSureMin(trusts[at] ?? 0)]));
  const foldOf = dealFolds(table, classes.length);
  const folds = isTrained ? foldsFor(rows.length * classes.length) : FOLDS;
  const tests: Test[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const kept = rows.filter((row) => foldOf[row] !== fold);
    const matcher = learnWithout({ table, classes, synonyms, manner, isTrained, pulls, confidence }, kept);
    for (const row of rows.filter((one) => foldOf[one] === fold)) {
      const place = { owner: table.owners[row] ?? 0, place: table.places[row] ?? -1 };
      const source = classes[place.owner];
      if (source === undefined) continue;
      const match = matcher.match(findSourceText(source, place.place), undefined, words);
      tests.push({ ...place, ...judge(match, lesson, sureMins) });
    }
  }
  return { ...report(tests, classes), taken: listTaken(tests, { classes, sureMins }) };
}

type Test = {
  readonly owner: number;
  readonly place: number;
  /** What it is taken for, to act on or to ask back; null: nothing is made of it. */
  readonly to: string | null;
  readonly outcome: "sure" | "ask" | "none";
  readonly actsTo: (Omit<Taken, "threshold" | "at"> & { readonly permille: number }) | null;
};

function judge(
  match: ClassMatch,
  lesson: Lesson,
  sureMins: ReadonlyMap<string, number>,
): Omit<Test, "owner" | "place"> {
  const best = match.candidates[0]?.id;
  const sureMin = sureMins.get(best ?? "") ?? 1;
  const { outcome } = decideOutcome(match, { ...lesson.thresholds, sureMin });
  return {
    to: outcome === "none" || best === undefined ? null : best,
    outcome,
    actsTo: findActsTo(match, lesson),
  };
}

/** What the match is acted on as, and the highest threshold at which it is; null: at none. */
function findActsTo(match: ClassMatch, { thresholds, isThresholdAll }: Lesson): Test["actsTo"] {
  const [first] = match.candidates;
  if (first === undefined) return null;
  const permille = Math.round(first.score * 1_000);
  if (isThresholdAll && match.basis === "likeness") return { id: first.id, permille };
  if (decideOutcome(match, { ...thresholds, sureMin: 0 }).outcome !== "sure") return null;
  return { id: first.id, permille: match.basis === "phrasing" ? 1_000 : permille };
}

function report(tests: readonly Test[], classes: readonly ClassSource[]): Omit<LearningReport, "taken"> {
  const asked = new Int32Array(classes.length);
  for (const { owner } of tests) asked[owner] = (asked[owner] ?? 0) + 1;
  const isRight = ({ owner, to }: Test) => to === classes[owner]?.id;
  const wrong = tests.filter((test) => !isRight(test));
  const sure = tests.filter(({ outcome }) => outcome === "sure");
  const measured: Acted = { answered: sure.length, right: sure.filter(isRight).length };
  return {
    ...{ asked: tests.length, right: tests.length - wrong.length, measured },
    confusions: listConfusions({ wrong, asked, classes }),
  };
}

type Takers = {
  readonly classes: readonly ClassSource[];
  readonly sureMins: ReadonlyMap<string, number>;
};

function listTaken(tests: readonly Test[], { classes, sureMins }: Takers): readonly Taken[] {
  return classes.map(({ id }) => {
    const counts = new Map<number, [count: number, right: number]>();
    for (const { owner, actsTo } of tests) {
      if (actsTo?.id !== id) continue;
      const [count, right] = counts.get(actsTo.permille) ?? [0, 0];
      counts.set(actsTo.permille, [count + 1, right + Number(classes[owner]?.id === id)]);
    }
    const at = [...counts].map(([permille, [count, right]]) => [permille, count, right] as const);
    return { id, threshold: sureMins.get(id) ?? 1, at: at.sort((a, b) => a[0] - b[0]) };
  });
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

type Tally = {
  readonly wrong: readonly Test[];
  readonly asked: Int32Array;
  readonly classes: readonly ClassSource[];
};

function listConfusions({ wrong, asked, classes }: Tally): readonly Confusion[] {
  const pairs = Map.groupBy(wrong, ({ owner, to }) => `${owner} ${to}`);
  return [...pairs.values()]
    .flatMap((pair): Confusion[] => {
      const [first] = pair;
      const source = classes[first?.owner ?? -1];
      if (first === undefined || source === undefined) return [];
      const sentences = pair.slice(0, SENTENCES_MAX).map(({ place }) => findSourceText(source, place));
      return [
        { from: source.id, to: first.to, count: pair.length, asked: asked[first.owner] ?? 0, sentences },
      ];
    })
    .sort((a, b) => b.count - a.count || b.count / b.asked - a.count / a.asked)
    .slice(0, CONFUSIONS_MAX);
}
