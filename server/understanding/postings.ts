import type { RowVectors } from "./learn-vectors.ts";

/** The rows that have each feature: feature f has those from starts[f] up to starts[f + 1]. */
export type Postings = {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly values: Float32Array;
};

export function toPostings({ starts: rowStarts, ids, values }: RowVectors, featuresCount: number): Postings {
  const starts = new Int32Array(featuresCount + 1);
  const total = rowStarts[rowStarts.length - 1] ?? 0;
  for (let at = 0; at < total; at += 1) {
    const next = (ids[at] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let id = 0; id < featuresCount; id += 1) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  const next = starts.slice();
  const rows = new Int32Array(total);
  const weights = new Float32Array(total);
  for (let row = 0; row + 1 < rowStarts.length; row += 1) {
    const end = rowStarts[row + 1] ?? 0;
    for (let at = rowStarts[row] ?? 0; at < end; at += 1) {
      const id = ids[at] ?? 0;
      const place = next[id] ?? 0;
      rows[place] = row;
      weights[place] = values[at] ?? 0;
      next[id] = place + 1;
    }
  }
  return { starts, rows, values: weights };
}

/** Adds one feature's part to how near each row is. */
export function addSimilarities(
  { starts, rows, values }: Postings,
  { id, value }: { readonly id: number; readonly value: number },
  into: Float64Array,
): void {
  const end = starts[id + 1] ?? 0;
  for (let place = starts[id] ?? 0; place < end; place += 1) {
    const row = rows[place] ?? 0;
    into[row] = (into[row] ?? 0) + (values[place] ?? 0) * value;
  }
}
