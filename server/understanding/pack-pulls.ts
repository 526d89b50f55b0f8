import type { RowPulls, TrainingRow } from "./train-separators.ts";

/** Largest pull and all pulls, one byte each (square-rooted against the largest; runs of zero are counted). */
export type PackedPulls = { readonly largest: number; readonly bytes: string };

const RUN_MAX = 255;

export function packPulls(pulls: readonly RowPulls[], classesCount: number): PackedPulls {
  const largest = pulls.flat().reduce((most, [, pull]) => Math.max(most, Math.abs(pull)), 0);
  const cells = new Uint8Array(pulls.length * classesCount);
  for (const [row, list] of pulls.entries()) {
    for (const [classIndex, pull] of list) {
      cells[row * classesCount + classIndex] = Math.round(255 * Math.sqrt(Math.abs(pull) / largest));
    }
  }
  return { largest, bytes: Buffer.from(countZeros(cells)).toString("base64") };
}

/** A run of zeros becomes a zero and its length. */
function countZeros(cells: Uint8Array): readonly number[] {
  const bytes: number[] = [];
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at] ?? 0;
    if (cell !== 0) {
      bytes.push(cell);
      continue;
    }
    const start = at;
    while (at + 1 < cells.length && cells[at + 1] === 0 && at + 1 - start < RUN_MAX) at += 1;
    bytes.push(0, at + 1 - start);
  }
  return bytes;
}

type RowMeaning = Pick<TrainingRow, "classIndex" | "isNegative">;

/** Undoes packPulls; the sign of a pull follows from what its row is to the class. */
export function unpackPulls(
  packed: PackedPulls,
  rows: readonly RowMeaning[],
  classesCount: number,
): readonly RowPulls[] {
  const bytes = Buffer.from(packed.bytes, "base64");
  const pulls: [number, number][][] = rows.map(() => []);
  let cell = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const size = bytes[at] ?? 0;
    if (size === 0) {
      at += 1;
      cell += bytes[at] ?? 0;
      continue;
    }
    const row = Math.floor(cell / classesCount);
    const classIndex = cell % classesCount;
    const meaning = rows[row];
    const sign = meaning?.classIndex === classIndex && !meaning.isNegative ? 1 : -1;
    pulls[row]?.push([classIndex, sign * packed.largest * (size / 255) ** 2]);
    cell += 1;
  }
  return pulls;
}
