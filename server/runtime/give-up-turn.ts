import { randomUUIDv7 } from "node:crypto";
import { toBareRow } from "./bare-row.ts";
import type { PendingEvent } from "./claim-pending.ts";
import type { MessageRow } from "./commit-statement.ts";
import type { ConversationState } from "./conversation-store.ts";
import { toPublicMessage } from "./message-rows.ts";
import type { TurnDeps } from "./take-turn.ts";

type GivenUp = { readonly state: ConversationState; readonly event: PendingEvent; readonly apology: string };

/** Sets a poisonous event aside as a dead letter with a turn of its own: the session stays as it was, the customer gets an apology. */
export async function giveUpTurn(deps: TurnDeps, { state, event, apology }: GivenUp): Promise<void> {
  const message: MessageRow = {
    seq: state.seq + 1,
    id: randomUUIDv7(),
    idx: 0,
    role: "bot",
    origin: "flow",
    client_id: null,
    node_id: null,
    parts: [{ type: "text", text: apology }],
    at: new Date(deps.now()).toISOString(),
  };
  const row = {
    ...toBareRow(state),
    seq: message.seq,
    ...(event.kind === "message" ? {} : releasedFrom(state)),
    taken: [event.clientId],
    dead_error: `crashed ${event.crashes} times`,
    replay: { givenUp: event.clientId },
    messages: [message],
  };
  const outcome = await deps.committer.commit(row);
  deps.store.forget(state.conversationId);
  if (outcome === "written")
    deps.publish(state.conversationId, { type: "message", message: toPublicMessage(message) });
}

/** The step or timer that the session waits for will never come: it must listen again, or the talk would hang for ever. */
function releasedFrom(state: ConversationState) {
  const session = state.session && { ...state.session, awaiting: { type: "idle" as const } };
  return { session, status: "waiting" as const };
}
