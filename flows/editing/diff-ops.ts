import { isEqual, isList, isMap } from "../kernel/compare-values.ts";
import type { Bundle } from "../kernel/flow.ts";
import type { Json } from "../kernel/json.ts";
import { listKeys, toSegment } from "./keyed-list.ts";
import { findStable } from "./longest-run.ts";
import type { Op, Path } from "./op.ts";

/**
 * The operations that make `after` out of `before`, as fine as the document allows: two people who edit different fields give
 * operations that do not touch. Parts that are the same object are not looked into, so the cost follows the size of the edit.
 */
export function diffOps(before: Bundle, after: Bundle): readonly Op[] {
  // A bundle is plain JSON; its type only says which.
  return diffValues([], before as unknown as Json, after as unknown as Json);
}

function diffValues(path: Path, before: Json, after: Json): readonly Op[] {
  if (before === after) return [];
  if (isMap(before) && isMap(after)) return diffMaps(path, before, after);
  if (isList(before) && isList(after)) {
    const from = listKeys(before);
    const to = listKeys(after);
    if (from !== null && to !== null) return diffLists(path, { before, after, from, to });
  }
  return isEqual(before, after) ? [] : [{ type: "set", path: [...path], before, value: after }];
}

type JsonMap = { readonly [key: string]: Json };

function diffMaps(path: Path, before: JsonMap, after: JsonMap): readonly Op[] {
  // PostgreSQL hands objects back with their keys in another order; a wire must still come after the nodes that it joins.
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(putEdgesLast);
  return keys.flatMap((key) => {
    const at = [...path, key];
    const old = Object.hasOwn(before, key) ? before[key] : undefined;
    const next = Object.hasOwn(after, key) ? after[key] : undefined;
    if (old !== undefined && next !== undefined) return diffValues(at, old, next);
    if (old !== undefined) return [{ type: "set" as const, path: at, before: old }];
    return next === undefined ? [] : [{ type: "set" as const, path: at, value: next }];
  });
}

const putEdgesLast = (a: string, b: string): number => Number(a === "edges") - Number(b === "edges");

type KeyedLists = {
  readonly before: readonly Json[];
  readonly after: readonly Json[];
  readonly from: readonly string[];
  readonly to: readonly string[];
};

/** Removals first, then what is new or stands elsewhere in the order of the new list, so that each finds the one before it in place. */
function diffLists(path: Path, { before, after, from, to }: KeyedLists): readonly Op[] {
  const oldPlace = new Map(from.map((key, index) => [key, index]));
  const kept = new Set(to);
  const stable = findStable(
    to.flatMap((key) => {
      const place = oldPlace.get(key);
      return place === undefined ? [] : [place];
    }),
  );
  const ops: Op[] = [];
  from.forEach((key, index) => {
    if (kept.has(key)) return;
    ops.push({
      type: "remove",
      path: [...path, toSegment(key)],
      before: before[index] ?? null,
      after: from[index - 1] ?? null,
    });
  });
  const changes: Op[] = [];
  to.forEach((key, index) => {
    const at = [...path, toSegment(key)];
    const behind = to[index - 1] ?? null;
    const place = oldPlace.get(key);
    const value = after[index] ?? null;
    if (place === undefined) ops.push({ type: "insert", path: at, after: behind, value });
    else {
      if (!stable.has(place))
        ops.push({ type: "move", path: at, before: from[place - 1] ?? null, after: behind });
      changes.push(...diffValues(at, before[place] ?? null, value));
    }
  });
  return [...ops, ...changes];
}
