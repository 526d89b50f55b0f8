import { toBareRow } from "./bare-row.ts";
import type { MessageRow, TurnRow } from "./commit-statement.ts";
import type { ConversationState } from "./conversation-store.ts";
import { lastTextOf, toCustomerRows, toPublicMessage } from "./message-rows.ts";
import { stopAwaiting } from "./stop-awaiting.ts";
import type { TurnDeps, TurnOutcome, TurnRequest } from "./take-turn.ts";

const STATUS_OF = { queue: "queued", human: "human" } as const;

/**
 * A turn while a person owns the talk (or it waits for one): what the customer wrote is kept and shown, the flow does not run and
 * the bot says nothing (I8). A step that ends meanwhile is taken and what it would have said is dropped.
 */
export async function takeSilentTurn(
  deps: TurnDeps,
  request: TurnRequest,
  owner: "queue" | "human",
): Promise<TurnOutcome> {
  const { state } = request;
  const at = new Date(deps.now()).toISOString();
  const messages = toCustomerRows({ seq: state.seq, lines: request.lines, at });
  // What was accepted before the end is shown, and opens nothing again.
  const status = state.status === "ended" ? state.status : STATUS_OF[owner];
  const row: TurnRow = {
    ...toBareRow(state),
    ...{
      fresh: request.fresh,
      inbound: request.inbound,
      taken: request.taken,
      consumed_call: request.consumedCall,
    },
    ...{ status, messages, seq: state.seq + messages.length, last_text: lastTextOf(messages) },
    session: stopAwaiting(state.session, request.event),
    replay: { ownedBy: owner, epoch: state.epoch },
  };
  const outcome = await deps.committer.commit(row);
  deps.store.forget(state.conversationId);
  if (outcome === "written") publish(deps, state, messages);
  return { outcome, answer: { messages: [], status } };
}

function publish(
  deps: TurnDeps,
  { conversationId }: ConversationState,
  messages: readonly MessageRow[],
): void {
  for (const message of messages.map(toPublicMessage))
    deps.publish(conversationId, { type: "message", message });
}
