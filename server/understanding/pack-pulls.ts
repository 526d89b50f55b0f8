import type { RowPulls, TrainingRow } from "./train-separators.ts";

/** Largest pull and all pulls, one byte each (square-rooted against the largest; runs of zero are counted). */
export type PackedPulls = { readonly largest: number; readonly bytes: string };

const RUN_MAX = 255;

export function packPulls(pulls: readonly RowPulls[], classesCount: number): PackedPulls {
  let largest = 0;
  for (const row of pulls) for (const [, pull] of row) largest = Math.max(largest, Math.abs(pull));
  const bytes: number[] = [];
  let zeros = 0;
  const flush = () => {
    if (zeros > 0) bytes.push(0, zeros);
    zeros = 0;
  };
  for (const row of pulls) {
    const sizes = new Uint8Array(classesCount);
    for (const [classIndex, pull] of row) {
      sizes[classIndex] = Math.round(255 * Math.sqrt(Math.abs(pull) / largest));
    }
    for (const size of sizes) {
      if (size === 0) {
        zeros += 1;
        if (zeros === RUN_MAX) flush();
      } else {
        flush();
        bytes.push(size);
      }
    }
  }
  flush();
  return { largest, bytes: Buffer.from(bytes).toString("base64") };
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
