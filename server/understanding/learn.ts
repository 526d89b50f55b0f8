import { textOfRow } from "./corpus.ts";
import { createRanker, type Ranker } from "./create-ranker.ts";
import { type LearntVectors, learnVectors } from "./learn-vectors.ts";
import { ELSEWHERE_OWNER, type LearningTable, tokensOfLine } from "./row-table.ts";
import { type SearchIndex, toSearchIndex } from "./search-index.ts";
import { type Pulls, trainSeparators } from "./train-separators.ts";

type Lesson = {
  readonly table: LearningTable;
  /** Which rows of the table to learn from, in rising order. */
  readonly kept: Int32Array;
  readonly classesCount: number;
  readonly isTrained: boolean;
  /** What was learnt from all rows of the table: training starts from there. */
  readonly from?: Pulls | null;
};

type Learnt = {
  readonly learnt: LearntVectors;
  readonly index: SearchIndex;
  readonly pulls: Pulls | null;
  readonly ranker: Ranker;
};

/** Everything that is learnt from rows but the confidence; used for the model and inside cross-fitting. */
export function learn({ table, kept, classesCount, isTrained, from }: Lesson): Learnt {
  const owners = kept.map((row) => table.owners[row] ?? ELSEWHERE_OWNER);
  const learnt = learnVectors({
    corpus: table.corpus,
    rows: kept,
    isBackground: (row) => table.owners[row] === ELSEWHERE_OWNER,
  });
  const { space, vectors } = learnt;
  const sizes = { classesCount, featuresCount: space.size };
  const index = toSearchIndex(vectors, owners, sizes);
  const start = from ? { from: keepPulls(from, kept, table.keys.length) } : {};
  const pulls = isTrained ? trainSeparators({ vectors, owners, ...sizes, ...start }) : null;
  const phrasingOf = (at: number) => {
    const row = kept[at] ?? -1;
    return { tokens: tokensOfLine(table.lines[row]), ids: textOfRow(table.corpus, row).ids };
  };
  const ranker = createRanker({ owners, classesCount, space, index, pulls, phrasingOf });
  return { learnt, index, pulls, ranker };
}

/** The pulls of the kept rows, by their new numbers. */
function keepPulls(pulls: Pulls, kept: Int32Array, rowsCount: number): Pulls {
  const newRows = new Int32Array(rowsCount).fill(-1);
  for (const [at, row] of kept.entries()) newRows[row] = at;
  const starts = new Int32Array(pulls.starts.length);
  const rows: number[] = [];
  const values: number[] = [];
  for (let classIndex = 0; classIndex + 1 < starts.length; classIndex += 1) {
    for (let at = pulls.starts[classIndex] ?? 0; at < (pulls.starts[classIndex + 1] ?? 0); at += 1) {
      const row = newRows[pulls.rows[at] ?? 0] ?? -1;
      if (row === -1) continue;
      rows.push(row);
      values.push(pulls.values[at] ?? 0);
    }
    starts[classIndex + 1] = rows.length;
  }
  return { starts, rows: Int32Array.from(rows), values: Float64Array.from(values) };
}
