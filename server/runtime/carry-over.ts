import { moveSession } from "../../flows/kernel/move-session.ts";
import type { Event } from "../../flows/kernel/protocol.ts";
import type { Session } from "../../flows/kernel/session.ts";
import type { ConversationState } from "./conversation-store.ts";
import type { LoadedVersion, VersionStore } from "./load-version.ts";
import type { VersionMove } from "./version-moves.ts";

/** Kept in the turn's replay record, so that a replay changes versions at the same turn (I5). */
export type RecordedMove = VersionMove & { readonly from: string };

export type Standing = {
  readonly version: LoadedVersion;
  readonly session: Session | null;
  readonly cancelledTimers: readonly string[];
  readonly moved: RecordedMove | null;
};

/** Where the event runs after a release that takes running talks along: on the new version, or for now still on the old one. */
export async function carryOver(
  versions: VersionStore,
  state: ConversationState,
  { move, event }: { readonly move: VersionMove; readonly event: Event["type"] },
): Promise<Standing> {
  const [from, to] = await Promise.all([versions.get(state.versionId), versions.get(move.to)]);
  const moved =
    state.session &&
    moveSession(state.session, { from: from.program, to: to.program, mode: move.mode, event });
  if (!moved) return { version: from, session: state.session, cancelledTimers: [], moved: null };
  return { version: to, ...moved, moved: { from: state.versionId, ...move } };
}
