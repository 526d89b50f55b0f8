import { randomUUIDv7 } from "node:crypto";
import { toBareRow } from "./bare-row.ts";
import type { PendingEvent } from "./claim-pending.ts";
import type { MessageRow } from "./commit-statement.ts";
import type { CommitOutcome } from "./commit-turns.ts";
import type { ConversationState } from "./conversation-store.ts";
import { lastTextOf, toCustomerRows, toPublicMessage } from "./message-rows.ts";
import { stopAwaiting } from "./stop-awaiting.ts";
import type { CustomerLine, TurnDeps } from "./take-turn.ts";
import { toKernelEvent } from "./to-kernel-event.ts";

type GivenUp = {
  readonly state: ConversationState;
  readonly event: PendingEvent;
  /** Of a message; nothing else would ever show it. */
  readonly lines: readonly CustomerLine[];
  readonly apology: string;
};

/**
 * Sets a poisonous event aside as a dead letter with a turn of its own: the session listens again where it waited for this very event,
 * else it stays as it was. What the customer wrote is kept and shown: a person may own the talk, or take it on later. The customer
 * gets an apology, unless the talk is over or a person owns it (I8).
 */
export async function giveUpTurn(
  deps: TurnDeps,
  { state, event, lines, apology }: GivenUp,
): Promise<CommitOutcome> {
  const mayTalk = state.owner === "bot" && state.status !== "ended";
  const at = new Date(deps.now()).toISOString();
  const written = toCustomerRows({ seq: state.seq, lines, at });
  const said = mayTalk ? [toApology({ seq: state.seq, idx: written.length, text: apology, at })] : [];
  const messages = [...written, ...said];
  const session = stopAwaiting(state.session, toKernelEvent([event]));
  const outcome = await deps.committer.commit({
    ...toBareRow(state),
    seq: state.seq + messages.length,
    last_text: lastTextOf(messages),
    session,
    // The step or timer will never come: the talk must listen again, or it would hang for ever.
    status: mayTalk && session !== state.session ? "waiting" : state.status,
    taken: [event.clientId],
    dead_error: `crashed ${event.crashes} times`,
    replay: { givenUp: event.clientId },
    messages,
  });
  deps.store.forget(state.conversationId);
  if (outcome === "written")
    for (const message of messages.map(toPublicMessage))
      deps.publish(state.conversationId, { type: "message", message });
  return outcome;
}

type Apology = { readonly seq: number; readonly idx: number; readonly text: string; readonly at: string };

function toApology({ seq, idx, text, at }: Apology): MessageRow {
  return {
    ...{ seq: seq + idx + 1, id: randomUUIDv7(), idx, role: "bot", origin: "flow" },
    ...{ client_id: null, node_id: null, parts: [{ type: "text", text }], at },
  };
}
