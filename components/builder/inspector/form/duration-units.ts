export const UNITS = ["ms", "s", "min", "h", "d"] as const;

export type Unit = (typeof UNITS)[number];

export const UNIT_MS: { readonly [U in Unit]: number } = {
  ms: 1,
  s: 1_000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** The largest unit that says it without a fraction: 90,000 ms are 90 s, 120,000 are 2 min. */
export function toUnit(ms: number): Unit {
  if (ms === 0) return "s";
  return [...UNITS].reverse().find((unit) => ms % UNIT_MS[unit] === 0) ?? "ms";
}

/** Units that make sense up to a largest value. */
export function listUnits(maxMs: number | null): readonly Unit[] {
  const fitting = UNITS.filter((unit) => maxMs === null || UNIT_MS[unit] <= maxMs);
  return maxMs !== null && maxMs <= UNIT_MS.min ? fitting : fitting.filter((unit) => unit !== "ms");
}

/** Fractions of a unit are fine as long as they are whole milliseconds. */
export function toMs(amount: number, unit: Unit): number {
  return Math.round(amount * UNIT_MS[unit]);
}
