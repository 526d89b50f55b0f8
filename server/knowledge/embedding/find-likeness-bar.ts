import { findNearest, type Matrix, multiply } from "./find-nearest.ts";

const PROBES_MAX = 100;
const PHRASINGS_MIN = 20;
const PERCENTILE = 0.95;

/**
 * From where on two phrasings mean the same by this very model's measure, whatever its scale: beyond what phrasings of different entries
 * reach, nearly always, and at least half the way from there to what phrasings of one entry have in common. Null for so few
 * phrasings that nothing can be said.
 */
export async function findLikenessBar(matrix: Matrix): Promise<number | null> {
  const { ids, dimensions, values } = matrix;
  if (ids.length < PHRASINGS_MIN || new Set(ids).size < 2) return null;
  const foreign: number[] = [];
  const own: number[] = [];
  for (let probe = 0; probe < ids.length; probe += Math.ceil(ids.length / PROBES_MAX)) {
    const near = await findNearest(matrix, values.subarray(probe * dimensions, (probe + 1) * dimensions));
    foreign.push(near.find(({ id }) => id !== ids[probe])?.likeness ?? -1);
    const kin = findKin(matrix, probe);
    if (kin !== null) own.push(kin);
  }
  const far = pick(foreign, PERCENTILE);
  return own.length === 0 ? far : Math.max(far, (far + pick(own, 0.5)) / 2);
}

/** How near the nearest other phrasing of the same entry lies; rows of one entry stand side by side. */
function findKin({ ids, dimensions, values }: Matrix, probe: number): number | null {
  const vector = values.subarray(probe * dimensions, (probe + 1) * dimensions);
  let best: number | null = null;
  for (const step of [-1, 1])
    for (let row = probe + step; ids[row] === ids[probe] && row >= 0; row += step)
      best = Math.max(best ?? -1, multiply(values, row * dimensions, vector));
  return best;
}

function pick(numbers: readonly number[], share: number): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * share)] ?? 1;
}
