import { isRecord } from "../kernel/scan-limits.ts";

/** A key of an object, or a place in a list. */
type Segment = string | number;

/** Reads `options[0].label`: a form field's path with its places filled in. Null when it is no such path. */
export function parseFieldPath(path: string): readonly Segment[] | null {
  if (!/^[^.[\]]+(\[\d+\])*(\.[^.[\]]+(\[\d+\])*)*$/.test(path)) return null;
  const segments = [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([key, place]) =>
    place === undefined ? key : Number(place),
  );
  return segments.includes("__proto__") ? null : segments;
}

/** What stands at the path; undefined where the path leads nowhere. */
export function readField(root: unknown, path: string): unknown {
  const segments = parseFieldPath(path);
  if (segments === null) return undefined;
  return segments.reduce<unknown>((value, segment) => readStep(value, segment), root);
}

/**
 * A copy with another value at the path; everything beside it stays the same object. Objects on the way are made where they
 * are missing, lists never grow holes. `undefined` takes a key out of its object, or an element out of its list.
 */
export function writeField<Root>(root: Root, path: string, value: unknown): Root {
  const segments = parseFieldPath(path);
  if (segments === null) return root;
  // The copy has the root's own shape but for the one field, which the kind's schema checks.
  return write(root, segments, value) as Root;
}

function readStep(value: unknown, segment: Segment): unknown {
  if (typeof segment === "number") return Array.isArray(value) ? value[segment] : undefined;
  return isRecord(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
}

function write(container: unknown, segments: readonly Segment[], value: unknown): unknown {
  const [segment, ...rest] = segments;
  if (segment === undefined) return value;
  if (typeof segment === "number") return writeItem(container, [segment, rest], value);
  if (container !== undefined && container !== null && !isRecord(container)) return container;
  const before = readStep(container, segment);
  const after = write(before, rest, value);
  if (after === before) return container;
  const { [segment]: _old, ...others } = container ?? {};
  if (after === undefined) return others;
  return isRecord(container) ? { ...container, [segment]: after } : { [segment]: after };
}

function writeItem(
  container: unknown,
  [place, rest]: readonly [place: number, rest: readonly Segment[]],
  value: unknown,
): unknown {
  const list: readonly unknown[] = Array.isArray(container) ? container : [];
  if (place > list.length || (container !== undefined && !Array.isArray(container))) return container;
  const after = write(list[place], rest, value);
  if (after === list[place]) return container;
  return after === undefined ? list.toSpliced(place, 1) : list.toSpliced(place, 1, after);
}
