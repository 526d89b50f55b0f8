import { AppError } from "../app-error.ts";
import { toBareRow } from "./bare-row.ts";
import type { TurnRow } from "./commit-statement.ts";
import type { ConversationRef, TurnAnswer } from "./contract.ts";
import { endSession } from "./stop-awaiting.ts";
import type { TurnDeps } from "./take-turn.ts";

/** Each is lost to a turn of the talk at the most; of several processes on a busy machine, five in a row were seen to win. */
const TRIES_MAX = 20;

/** Ends a talk from outside the flow, once; ending an ended one changes nothing. The caller holds the conversation's lock. */
export async function endConversation(
  deps: TurnDeps,
  ref: ConversationRef,
  resolution: string,
): Promise<TurnAnswer> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const state = await deps.store.find(ref.conversationId);
    if (!state) throw new AppError("not_found");
    if (state.status === "ended") return { messages: [], status: "ended" };
    const row: TurnRow = {
      ...toBareRow(state),
      session: endSession(state.session),
      status: "ended" as const,
      resolution,
      replay: { endedFromOutside: resolution },
    };
    const outcome = await deps.committer.commit(row);
    deps.store.forget(ref.conversationId);
    if (outcome !== "written") continue;
    deps.publish(ref.conversationId, { type: "status", status: "ended" });
    return { messages: [], status: "ended" };
  }
  throw new AppError("busy");
}
