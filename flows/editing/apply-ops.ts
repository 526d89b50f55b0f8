import { isList, isMap } from "../kernel/compare-values.ts";
import type { Bundle } from "../kernel/flow.ts";
import type { Json } from "../kernel/json.ts";
import { findIndex, toSegment } from "./keyed-list.ts";
import type { Op, Path } from "./op.ts";

/** Applies operations without asking what stood there. What has no place any more (its list or element is gone) is left out. */
export function applyOps(bundle: Bundle, ops: readonly Op[]): Bundle {
  // A bundle is plain JSON; whoever takes operations from outside checks the result (`server/drafts`).
  return ops.reduce<Json>(
    (document, op) => applyOp(document, op),
    bundle as unknown as Json,
  ) as unknown as Bundle;
}

/** One operation on plain JSON; everything beside its path stays the same object. */
export function applyOp(document: Json, op: Op): Json {
  const [last = "", ...rest] = op.path.toReversed();
  return updateAt(document, rest.reverse(), (container) => changeContainer(container, last, op)) ?? document;
}

/** What stands at a path; undefined when there is nothing. */
export function readAt(document: Json, path: Path): Json | undefined {
  let value: Json | undefined = document;
  for (const segment of path) {
    if (value === undefined) return undefined;
    if (isList(value)) value = value[findIndex(value, segment)];
    else value = isMap(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
  }
  return value;
}

function changeContainer(container: Json, segment: string, op: Op): Json {
  if (isList(container)) return changeList(container, segment, op);
  if (!isMap(container) || op.type !== "set") return container;
  if (op.value !== undefined) return { ...container, [segment]: op.value };
  return Object.fromEntries(Object.entries(container).filter(([key]) => key !== segment));
}

function changeList(list: readonly Json[], segment: string, op: Op): Json {
  const index = findIndex(list, segment);
  switch (op.type) {
    case "set":
      return index < 0 || op.value === undefined ? list : list.with(index, op.value);
    case "remove":
      return index < 0 ? list : list.toSpliced(index, 1);
    case "insert":
      return index < 0 ? putBehind(list, op.after, op.value) : list.with(index, op.value);
    case "move": {
      const element = list[index];
      return element === undefined ? list : putBehind(list.toSpliced(index, 1), op.after, element);
    }
  }
}

/** Behind an element that is gone means at the end: the order is a matter of taste, the element is not. */
function putBehind(list: readonly Json[], after: string | null, element: Json): readonly Json[] {
  if (after === null) return [element, ...list];
  const index = findIndex(list, toSegment(after));
  return index < 0 ? [...list, element] : list.toSpliced(index + 1, 0, element);
}

function updateAt(value: Json, path: Path, change: (container: Json) => Json): Json | null {
  const [segment, ...rest] = path;
  if (segment === undefined) return change(value);
  if (isList(value)) {
    const index = findIndex(value, segment);
    const element = value[index];
    if (element === undefined) return null;
    const next = updateAt(element, rest, change);
    return next === null || next === element ? next && value : value.with(index, next);
  }
  if (!isMap(value) || !Object.hasOwn(value, segment)) return null;
  const child = value[segment];
  if (child === undefined) return null;
  const next = updateAt(child, rest, change);
  return next === null || next === child ? next && value : { ...value, [segment]: next };
}
