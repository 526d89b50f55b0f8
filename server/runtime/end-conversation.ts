import { AppError } from "../app-error.ts";
import { toBareRow } from "./bare-row.ts";
import type { TurnRow } from "./commit-statement.ts";
import type { ConversationRef, TurnAnswer } from "./contract.ts";
import type { TurnDeps } from "./take-turn.ts";

const TRIES_MAX = 5;

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
    const session = state.session && {
      ...state.session,
      awaiting: { type: "ended" as const, keepOpen: false },
    };
    const row: TurnRow = {
      ...toBareRow(state),
      session,
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
