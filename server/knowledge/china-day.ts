/** Days and nights are those of China, which has one time zone and no summer time, wherever the machine stands. */
export const CHINA_OFFSET_MS = 8 * 3_600_000;

/** The day in China at a moment (epoch milliseconds), as `2026-11-27`. */
export function toChinaDay(at: number): string {
  return new Date(at + CHINA_OFFSET_MS).toISOString().slice(0, 10);
}
