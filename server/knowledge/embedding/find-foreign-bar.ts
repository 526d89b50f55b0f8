import { findNearest, type Matrix } from "./find-nearest.ts";

const PROBES_MAX = 100;
const PHRASINGS_MIN = 20;
const PERCENTILE = 0.95;

/**
 * How near phrasings of different entries lie to each other at most, nearly always: what is nearer than that means the same by this very
 * model's measure, whatever its scale. Null for so few phrasings that nothing can be said.
 */
export async function findForeignBar(matrix: Matrix): Promise<number | null> {
  const { ids, dimensions, values } = matrix;
  if (ids.length < PHRASINGS_MIN || new Set(ids).size < 2) return null;
  const nearest: number[] = [];
  for (let probe = 0; probe < ids.length; probe += Math.ceil(ids.length / PROBES_MAX)) {
    const near = await findNearest(matrix, values.subarray(probe * dimensions, (probe + 1) * dimensions));
    nearest.push(near.find(({ id }) => id !== ids[probe])?.likeness ?? -1);
  }
  nearest.sort((a, b) => a - b);
  return nearest[Math.floor(nearest.length * PERCENTILE)] ?? null;
}
