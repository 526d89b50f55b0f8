import type { Acted, LearningReport } from "./learning-report.ts";

/** Of fewer sentences a curve would be steps of single ones. */
export const CURVE_ASKED_MIN = 30;

/** So many of the answers should be right: with less, customers who are answered wrongly are no exception. */
export const RIGHT_SHARE_WANTED = 0.9;
/** A share of fewer answers is an accident. */
const ANSWERED_MIN = 10;

const STEP = 5;

export type CurvePoint = Acted & { readonly threshold: number };

/** What is acted on at these thresholds. */
export function actAt({ taken }: LearningReport, thresholdOf: (id: string) => number): Acted {
  let answered = 0;
  let right = 0;
  for (const { id, at } of taken) {
    const permille = Math.round(thresholdOf(id) * 1_000);
    for (const [upTo, count, rightCount] of at) {
      if (upTo < permille) continue;
      answered += count;
      right += rightCount;
    }
  }
  return { answered, right };
}

/** The same threshold for all, from 0 to 1 in steps of 0.05. */
export function listPoints(report: LearningReport): readonly CurvePoint[] {
  return Array.from({ length: 100 / STEP + 1 }, (_, at) => {
    const threshold = (at * STEP) / 100;
    return { threshold, ...actAt(report, () => threshold) };
  });
}

/**
 * measured: nothing need be set; threshold: from the lowest one on so many answers are right; none: the examples must be mended first,
 * no threshold helps.
 */
export type Advice =
  | { readonly type: "measured" | "none" }
  | { readonly type: "threshold"; readonly threshold: number };

/**
 * Which threshold to take. Never a lower one than was measured: all of these sentences are about something that the bot knows, but
 * customers ask about other things too, and those are what a low threshold answers wrongly.
 */
export function adviseThreshold(report: LearningReport): Advice {
  if (isRightEnough(report.measured)) return { type: "measured" };
  const lowest = Math.min(...report.taken.map(({ threshold }) => threshold));
  const found = listPoints(report).find((point) => point.threshold > lowest && isRightEnough(point));
  return found === undefined ? { type: "none" } : { type: "threshold", threshold: found.threshold };
}

function isRightEnough({ answered, right }: Acted): boolean {
  return answered >= ANSWERED_MIN && right / answered >= RIGHT_SHARE_WANTED;
}
