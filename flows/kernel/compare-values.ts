import type { Json } from "./json.ts";

/**
 * A total order over all values: null < false < true < numbers < texts < lists < maps. Texts are compared in NFC, so that
 * the same word typed on two keyboards is equal. Never throws; NaN cannot occur in JSON.
 */
export function compareValues(left: Json, right: Json): -1 | 0 | 1 {
  const byRank = compareNumbers(rank(left), rank(right));
  if (byRank !== 0) return byRank;
  if (typeof left === "number" && typeof right === "number") return compareNumbers(left, right);
  if (typeof left === "string" && typeof right === "string") return compareTexts(left, right);
  if (isList(left) && isList(right)) return compareLists(left, right);
  if (isMap(left) && isMap(right)) return compareLists(toSortedEntries(left), toSortedEntries(right));
  return 0;
}

export function isEqual(left: Json, right: Json): boolean {
  return left === right || compareValues(left, right) === 0;
}

/** null, false, 0, and empty text, list or map count as false. */
export function isTruthy(value: Json | undefined): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === "object") return isList(value) ? value.length > 0 : Object.keys(value).length > 0;
  return Boolean(value);
}

export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

export function isMap(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function rank(value: Json): number {
  if (value === null) return 0;
  if (value === false) return 1;
  if (value === true) return 2;
  if (typeof value === "number") return 3;
  if (typeof value === "string") return 4;
  return isList(value) ? 5 : 6;
}

function compareNumbers(left: number, right: number): -1 | 0 | 1 {
  return left < right ? -1 : left > right ? 1 : 0;
}

function compareTexts(left: string, right: string): -1 | 0 | 1 {
  if (left === right) return 0;
  const a = left.normalize("NFC");
  const b = right.normalize("NFC");
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareLists(left: readonly Json[], right: readonly Json[]): -1 | 0 | 1 {
  for (let index = 0; index < left.length && index < right.length; index += 1) {
    const order = compareValues(left[index] ?? null, right[index] ?? null);
    if (order !== 0) return order;
  }
  return compareNumbers(left.length, right.length);
}

function toSortedEntries(map: { readonly [key: string]: Json }): readonly Json[] {
  return Object.keys(map)
    .sort(compareTexts)
    .map((key) => [key, map[key] ?? null]);
}
