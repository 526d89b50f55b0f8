import type { RowVectors } from "./learn-vectors.ts";
import { type Postings, toPostings } from "./postings.ts";

/** What a text is compared with. */
export type SearchIndex = {
  readonly postings: Postings;
  /** The length of the sum of each class's rows. */
  readonly centroidLengths: Float64Array;
};

type Sizes = { readonly classesCount: number; readonly featuresCount: number };

export function toSearchIndex(vectors: RowVectors, owners: Int32Array, sizes: Sizes): SearchIndex {
  return {
    postings: toPostings(vectors, sizes.featuresCount),
    centroidLengths: measureCentroids(vectors, owners, sizes),
  };
}

function measureCentroids(
  vectors: RowVectors,
  owners: Int32Array,
  { classesCount, featuresCount }: Sizes,
): Float64Array {
  const sums = new Float64Array(featuresCount);
  const rowsOf: number[][] = Array.from({ length: classesCount }, () => []);
  for (const [row, owner] of owners.entries()) if (owner >= 0) rowsOf[owner]?.push(row);
  return Float64Array.from(rowsOf, (rows) => {
    const square = rows.reduce((total, row) => total + addRow(vectors, row, sums), 0);
    for (const row of rows) clearRow(vectors, row, sums);
    return Math.sqrt(Math.max(0, square));
  });
}

/** Returns by how much the squared length of the sum grows. */
function addRow({ starts, ids, values }: RowVectors, row: number, sums: Float64Array): number {
  let growth = 0;
  const end = starts[row + 1] ?? 0;
  for (let at = starts[row] ?? 0; at < end; at += 1) {
    const id = ids[at] ?? 0;
    const before = sums[id] ?? 0;
    const after = before + (values[at] ?? 0);
    growth += after * after - before * before;
    sums[id] = after;
  }
  return growth;
}

function clearRow({ starts, ids }: RowVectors, row: number, sums: Float64Array): void {
  const end = starts[row + 1] ?? 0;
  for (let at = starts[row] ?? 0; at < end; at += 1) sums[ids[at] ?? 0] = 0;
}
