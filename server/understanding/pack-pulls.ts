import { type PackedBytes, packBytes, unpackBytes } from "./pack-bytes.ts";
import type { Pulls } from "./train-separators.ts";

/** Largest pull and all pulls, class by class: the steps from row to row, and one byte each for the size. */
export type PackedPulls = {
  readonly largest: number;
  readonly sizes: PackedBytes;
  /** Rows passed over since the last one; 255 stands for 255 and more to come. */
  readonly steps: PackedBytes;
};

const STEP_MORE = 255;

/** Sizes are square-rooted against the largest, so that small pulls keep their proportions. */
export function packPulls({ starts, rows, values }: Pulls, rowsCount: number): PackedPulls {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const sizes: number[] = [];
  const steps: number[] = [];
  let cell = 0;
  for (let classIndex = 0; classIndex + 1 < starts.length; classIndex += 1) {
    for (let at = starts[classIndex] ?? 0; at < (starts[classIndex + 1] ?? 0); at += 1) {
      const size = Math.round(255 * Math.sqrt(Math.abs(values[at] ?? 0) / largest));
      if (size === 0) continue;
      let step = classIndex * rowsCount + (rows[at] ?? 0) - cell;
      cell += step;
      for (; step >= STEP_MORE; step -= STEP_MORE) steps.push(STEP_MORE);
      steps.push(step);
      sizes.push(size);
    }
  }
  return { largest, sizes: packBytes(Uint8Array.from(sizes)), steps: packBytes(Uint8Array.from(steps)) };
}

/** Undoes packPulls; the sign of a pull follows from whose its row is. */
export function unpackPulls(packed: PackedPulls, owners: Int32Array, classesCount: number): Pulls {
  const sizes = unpackBytes(packed.sizes);
  const steps = unpackBytes(packed.steps);
  const starts = new Int32Array(classesCount + 1);
  const rows = new Int32Array(sizes.length);
  const values = new Float64Array(sizes.length);
  let classIndex = 0;
  let row = 0;
  let next = 0;
  for (let at = 0; at < sizes.length; at += 1) {
    for (; steps[next] === STEP_MORE; next += 1) row += STEP_MORE;
    row += steps[next] ?? 0;
    next += 1;
    for (; row >= owners.length; row -= owners.length) {
      classIndex += 1;
      starts[classIndex] = at;
    }
    rows[at] = row;
    const pull = packed.largest * ((sizes[at] ?? 0) / 255) ** 2;
    values[at] = owners[row] === classIndex ? pull : -pull;
  }
  starts.fill(sizes.length, classIndex + 1);
  return { starts, rows, values };
}
