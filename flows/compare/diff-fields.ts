import { listKeys } from "../editing/keyed-list.ts";
import { isEqual, isList, isMap } from "../kernel/compare-values.ts";
import type { Json } from "../kernel/json.ts";

/** A key of an object, an element by its id, or one by its place. */
export type FieldSegment =
  | { readonly type: "key"; readonly key: string }
  /** `element` is what stood or stands there, to name it by. */
  | { readonly type: "element"; readonly id: string; readonly element: Json }
  | { readonly type: "place"; readonly place: number };

export type FieldDiff = {
  readonly path: readonly FieldSegment[];
  readonly before: Json | undefined;
  readonly after: Json | undefined;
};

/** Where two values differ, as deep as they can be told apart: texts and lists of words whole, lists of objects element by element. */
export function diffFields(
  before: Json | undefined,
  after: Json | undefined,
  path: readonly FieldSegment[] = [],
): readonly FieldDiff[] {
  if (before === after || (before !== undefined && after !== undefined && isEqual(before, after))) return [];
  if (before !== undefined && after !== undefined) {
    if (isMap(before) && isMap(after)) return diffMaps(before, after, path);
    if (isList(before) && isList(after)) return diffLists(before, after, path);
  }
  return [{ path, before, after }];
}

type JsonMap = { readonly [key: string]: Json };

function diffMaps(before: JsonMap, after: JsonMap, path: readonly FieldSegment[]): readonly FieldDiff[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) =>
    diffFields(
      Object.hasOwn(before, key) ? before[key] : undefined,
      Object.hasOwn(after, key) ? after[key] : undefined,
      [...path, { type: "key", key }],
    ),
  );
}

function diffLists(
  before: readonly Json[],
  after: readonly Json[],
  path: readonly FieldSegment[],
): readonly FieldDiff[] {
  if (![...before, ...after].every(isMap)) return [{ path, before, after }];
  const [from, to] = [listKeys(before), listKeys(after)];
  if (from !== null && to !== null) return diffElements({ before, after, from, to }, path);
  return Array.from({ length: Math.max(before.length, after.length) }, (_, place) => place).flatMap((place) =>
    diffFields(before[place], after[place], [...path, { type: "place", place }]),
  );
}

type Elements = {
  readonly before: readonly Json[];
  readonly after: readonly Json[];
  readonly from: readonly string[];
  readonly to: readonly string[];
};

function diffElements(
  { before, after, from, to }: Elements,
  path: readonly FieldSegment[],
): readonly FieldDiff[] {
  const ids = [...new Set([...to, ...from])];
  const found = ids.flatMap((id) => {
    const [old, next] = [before[from.indexOf(id)], after[to.indexOf(id)]];
    return diffFields(old, next, [...path, { type: "element", id, element: next ?? old ?? null }]);
  });
  if (found.length > 0 || from.join("\n") === to.join("\n")) return found;
  // The same elements in another order; what they hold stayed.
  return [{ path: [...path, { type: "key", key: "order" }], before: [...from], after: [...to] }];
}
