/** What one question should have been, and what it was taken for. */
export type Pair = { readonly expected: string; readonly actual: string };

export type LabelScore = {
  readonly label: string;
  /** Questions that are of this label, and that were taken for it. */
  readonly expected: number;
  readonly actual: number;
  readonly right: number;
  /** Null where nothing was taken for it, or nothing is of it: 0 of 0 is no rate. */
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
};

export type Scores = {
  readonly total: number;
  readonly right: number;
  /** Most questions first. */
  readonly labels: readonly LabelScore[];
  /** Mean over the labels that were expected: rare ones count as much as common ones. */
  readonly macroF1: number | null;
  /** Wrong pairs, most frequent first. */
  readonly confusions: readonly (Pair & { readonly count: number })[];
  count(expected: string, actual: string): number;
};

/** Precision, recall and F1 a label, and what is taken for what. */
export function scoreBatch(pairs: readonly Pair[]): Scores {
  const cells = new Map<string, Map<string, number>>();
  const actuals = new Map<string, number>();
  for (const { expected, actual } of pairs) {
    const row = cells.get(expected) ?? new Map<string, number>();
    row.set(actual, (row.get(actual) ?? 0) + 1);
    cells.set(expected, row);
    actuals.set(actual, (actuals.get(actual) ?? 0) + 1);
  }
  const count = (expected: string, actual: string): number => cells.get(expected)?.get(actual) ?? 0;
  const labels = [...new Set([...cells.keys(), ...actuals.keys()])]
    .map((label) => {
      const expected = [...(cells.get(label)?.values() ?? [])].reduce((sum, value) => sum + value, 0);
      return toScore(label, { expected, actual: actuals.get(label) ?? 0, right: count(label, label) });
    })
    .sort((a, b) => b.expected - a.expected || b.actual - a.actual || compare(a.label, b.label));
  const wanted = labels.filter(({ expected }) => expected > 0);
  return {
    total: pairs.length,
    right: labels.reduce((sum, { right }) => sum + right, 0),
    labels,
    macroF1: wanted.length === 0 ? null : wanted.reduce((sum, { f1 }) => sum + (f1 ?? 0), 0) / wanted.length,
    confusions: listConfusions(cells),
    count,
  };
}

function toScore(
  label: string,
  { expected, actual, right }: Pick<LabelScore, "expected" | "actual" | "right">,
): LabelScore {
  return {
    ...{ label, expected, actual, right },
    precision: actual === 0 ? null : right / actual,
    recall: expected === 0 ? null : right / expected,
    f1: expected + actual === 0 ? null : (2 * right) / (expected + actual),
  };
}

function listConfusions(cells: ReadonlyMap<string, ReadonlyMap<string, number>>): Scores["confusions"] {
  return [...cells]
    .flatMap(([expected, row]) => [...row].map(([actual, count]) => ({ expected, actual, count })))
    .filter(({ expected, actual }) => expected !== actual)
    .sort((a, b) => b.count - a.count || compare(a.expected, b.expected) || compare(a.actual, b.actual));
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
