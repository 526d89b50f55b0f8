import { applyOps } from "#flows/editing/apply-ops.ts";
import type { Op } from "#flows/editing/op.ts";
import type { Bundle } from "#flows/kernel/flow.ts";
import { toContent } from "./to-content.ts";

/** The document with a lost edit put in over what stands there now. The document itself when the place is gone. */
export function applyMine(bundle: Bundle, op: Op): Bundle {
  return applyOps(bundle, [op]);
}

/** The same with both texts kept, mine behind theirs; null where only one of two can be. */
export function applyBoth(bundle: Bundle, op: Op, theirs: unknown): Bundle | null {
  const mine = toContent(op);
  if (op.type !== "set" || typeof mine !== "string" || typeof theirs !== "string") return null;
  if (mine.trim() === "" || theirs.trim() === "" || op.path.at(-1) === "id") return null;
  return applyOps(bundle, [{ ...op, value: `${theirs}\n${mine}` }]);
}
