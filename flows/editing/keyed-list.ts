import { isMap } from "../kernel/compare-values.ts";
import type { Json } from "../kernel/json.ts";

/** What people call the elements of a list by: an `id`, or for variables the `name`. */
export function toKey(element: Json | undefined): string | null {
  if (element === undefined || !isMap(element)) return null;
  const { id, name } = element;
  if (typeof id === "string") return id;
  return typeof name === "string" ? name : null;
}

/** The keys of a list whose elements can be told apart by them; null for any other list. */
export function listKeys(list: readonly Json[]): readonly string[] | null {
  const keys: string[] = [];
  for (const element of list) {
    const key = toKey(element);
    if (key === null) return null;
    keys.push(key);
  }
  return new Set(keys).size === keys.length ? keys : null;
}

export const toSegment = (key: string): string => `@${key}`;

/** The place of the element that a path segment names, or -1. */
export function findIndex(list: readonly Json[], segment: string): number {
  if (!segment.startsWith("@")) return -1;
  const key = segment.slice(1);
  return list.findIndex((element) => toKey(element) === key);
}
