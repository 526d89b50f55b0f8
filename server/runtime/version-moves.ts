import type { MoveMode } from "../../flows/kernel/move-session.ts";

/** What becomes of talks that are pinned to an older version, as the last release decided. */
export type VersionMove = { readonly to: string; readonly mode: MoveMode };

export type VersionMoves = { readonly [fromVersionId: string]: VersionMove };

/**
 * The version that a talk on `fromVersionId` goes on with in the end, over all releases since; null leaves it where it is.
 * Who was to begin anew at any of them begins anew.
 */
export function resolveMove(moves: VersionMoves, fromVersionId: string): VersionMove | null {
  let move = moves[fromVersionId];
  if (!move) return null;
  const seen = new Set([fromVersionId]);
  for (let next = moves[move.to]; next && !seen.has(move.to); next = moves[move.to]) {
    seen.add(move.to);
    move = { to: next.to, mode: move.mode === "restart" ? "restart" : next.mode };
  }
  return seen.has(move.to) ? null : move;
}
