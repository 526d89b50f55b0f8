import { isEqual, isList, isMap } from "../kernel/compare-values.ts";
import type { Bundle } from "../kernel/flow.ts";
import type { Json } from "../kernel/json.ts";
import { applyOp, readAt } from "./apply-ops.ts";
import { toSegment } from "./keyed-list.ts";
import type { Op } from "./op.ts";

/** An operation that another edit came before. `theirs` is what stands there now; undefined when nothing does. */
export type Conflict = {
  readonly op: Op;
  readonly reason: "changed" | "gone";
  readonly theirs?: Json;
};

export type Merge = {
  readonly bundle: Bundle;
  readonly applied: readonly Op[];
  readonly conflicts: readonly Conflict[];
};

/**
 * Applies what still fits and names what does not, so that neither side is lost: an operation applies where its author's
 * `before` still stands (or its result already does), whatever happened elsewhere. A three-way merge by field that needs no
 * history, so edits made offline merge as well after a day as after a second.
 */
export function mergeOps(bundle: Bundle, ops: readonly Op[]): Merge {
  // A bundle is plain JSON; see `applyOps`.
  let document = bundle as unknown as Json;
  const applied: Op[] = [];
  const conflicts: Conflict[] = [];
  for (const op of ops) {
    const conflict = findConflict(document, op);
    if (conflict !== null) conflicts.push(conflict);
    else {
      document = applyOp(document, op);
      applied.push(op);
    }
  }
  // As above.
  return { bundle: document as unknown as Bundle, applied, conflicts };
}

function findConflict(document: Json, op: Op): Conflict | null {
  const container = readAt(document, op.path.slice(0, -1));
  if (container === undefined || !(isMap(container) || isList(container))) {
    return op.type === "remove" ? null : { op, reason: "gone" };
  }
  const current = readAt(document, op.path);
  switch (op.type) {
    case "set":
      return isSame(current, op.value) || isSame(current, op.before) ? null : toConflict(op, current);
    case "insert":
      return findInsertConflict(document, op, current);
    case "remove":
      return current === undefined || isEqual(current, op.before) ? null : toConflict(op, current);
    case "move":
      return null;
  }
}

/** A wire to a node that somebody has removed meanwhile would lead nowhere and could not be seen. */
function findInsertConflict(
  document: Json,
  op: Extract<Op, { type: "insert" }>,
  current: Json | undefined,
): Conflict | null {
  if (current !== undefined && !isEqual(current, op.value)) return toConflict(op, current);
  if (op.path.at(-2) !== "edges" || !isMap(op.value)) return null;
  const nodes = [...op.path.slice(0, -2), "nodes"];
  const { from, to } = op.value;
  const hasEnds = [from, to].every(
    (id) => typeof id === "string" && readAt(document, [...nodes, toSegment(id)]) !== undefined,
  );
  return hasEnds ? null : { op, reason: "gone" };
}

function toConflict(op: Op, theirs: Json | undefined): Conflict {
  return theirs === undefined ? { op, reason: "gone" } : { op, reason: "changed", theirs };
}

function isSame(one: Json | undefined, other: Json | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return isEqual(one, other);
}
