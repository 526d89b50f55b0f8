import type { GraphComparison } from "#flows/knowledge/graph-filter.ts";
import { toComparable } from "../to-key.ts";

/** Whether a known value is as wanted. Without a number on both sides nothing is more or less than anything. */
export function isAsWanted(known: string, is: GraphComparison, wanted: string): boolean {
  switch (is) {
    case "is":
      return isSame(known, wanted);
    case "is-not":
      return !isSame(known, wanted);
    case "contains":
      return toComparable(known).includes(toComparable(wanted));
    case "at-least":
      return compare(known, wanted, (a, b) => a >= b);
    case "at-most":
      return compare(known, wanted, (a, b) => a <= b);
    case "above":
      return compare(known, wanted, (a, b) => a > b);
    case "below":
      return compare(known, wanted, (a, b) => a < b);
  }
}

/** `1299` is `1,299 元`, but `1299 元` is not `1299 件`. */
function isSame(known: string, wanted: string): boolean {
  if (toComparable(known) === toComparable(wanted)) return true;
  const isBare = PLAIN_NUMBER.test(wanted.normalize("NFKC").trim());
  return isBare && compare(known, wanted, (a, b) => a === b);
}

function compare(known: string, wanted: string, is: (a: number, b: number) => boolean): boolean {
  const [a, b] = [findNumber(known), findNumber(wanted)];
  return a !== null && b !== null && is(a, b);
}

const NUMBER = /(?<![\p{L}\d])[-−]?\d[\d,]*(?:\.\d+)?\s*(万|亿|k(?![a-z]))?/iu;
const PLAIN_NUMBER = /^[-−]?\d[\d,]*(?:\.\d+)?$/;
const SCALES: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000, k: 1_000 };

/** The first number of a text: `约 1.2 万元` is 12,000. */
export function findNumber(text: string): number | null {
  const found = NUMBER.exec(text.normalize("NFKC"));
  if (!found) return null;
  const digits = found[0].replace(/[^\d.\-−]/g, "").replace("−", "-");
  const scale = SCALES[found[1]?.toLowerCase() ?? ""] ?? 1;
  const number = Number.parseFloat(digits) * scale;
  return Number.isFinite(number) ? number : null;
}
