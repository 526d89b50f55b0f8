import type { Sql } from "postgres";
import type { Logger } from "../log.ts";
import { acceptInbound } from "./accept-inbound.ts";
import type { CommitOutcome } from "./commit-turns.ts";
import type { ConversationState } from "./conversation-store.ts";
import { isConnectionLost } from "./is-connection-lost.ts";
import { NotLearned } from "./learn-anew.ts";
import type { CallResult } from "./perform-call.ts";
import { type TurnDeps, takeTurn, toInboundBody, type UnstampedEvent } from "./take-turn.ts";

type DeliverDeps = TurnDeps & { readonly sql: Sql; readonly log: Logger };

/** Another process may win the epoch this often; then the sweeper delivers. */
const TRIES_MAX = 5;

/**
 * Gives a stored result to its flow as one turn, once: a repeated delivery changes nothing. The caller holds the conversation's lock.
 * A result that the flow no longer waits for is put aside.
 */
export async function deliverResult(
  deps: DeliverDeps,
  conversationId: string,
  callId: string,
): Promise<void> {
  const [call] = await deps.sql<{ result: CallResult }[]>`select result from queued_call
    where conversation_id = ${conversationId} and call_id = ${callId} and state = 'done'`;
  if (!call) return;
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const state = await deps.store.find(conversationId);
    if (!state) return;
    const awaiting = state.session?.awaiting;
    if (awaiting?.type !== "call" || awaiting.callId !== callId) {
      deps.store.forget(conversationId);
      const again = await deps.store.find(conversationId);
      const fresh = again?.session?.awaiting;
      if (fresh?.type === "call" && fresh.callId === callId) continue;
      await setAside(deps.sql, conversationId, callId);
      return;
    }
    const outcome = await tryToDeliver(deps, { state, callId, result: call.result });
    if (outcome === "written") return;
    if (outcome === "duplicate") return setAside(deps.sql, conversationId, callId);
  }
}

type Delivery = { readonly state: ConversationState; readonly callId: string; readonly result: CallResult };

/** A result that crashes its turn is kept as an accepted event: it is tried again, and set aside after three crashes. */
async function tryToDeliver(deps: DeliverDeps, { state, callId, result }: Delivery): Promise<CommitOutcome> {
  const { conversationId, workspaceId } = state;
  const event = toEvent(callId, result);
  const clientId = `call:${callId}`;
  const body = toInboundBody(event);
  try {
    const inbound = { client_id: clientId, kind: "call-result", body };
    const { outcome } = await takeTurn(deps, {
      state,
      event,
      lines: [],
      inbound,
      fresh: false,
      taken: [],
      consumedCall: callId,
    });
    return outcome;
  } catch (error) {
    deps.store.forget(conversationId);
    if (isConnectionLost(error)) throw error;
    const unlearned = error instanceof NotLearned ? error : null;
    const about = { err: error, conversationId, callId };
    if (unlearned) deps.log.warn(about, "what a turn needs is not learned; its result is kept");
    else deps.log.error(about, "a turn crashed; its result is kept and tried again");
    await acceptInbound(deps.sql, {
      conversationId,
      workspaceId,
      clientId,
      kind: "call-result",
      body,
      waitMs: unlearned?.againInMs ?? 0,
      crashes: unlearned ? 0 : 1,
    });
    return "duplicate";
  }
}

async function setAside(sql: Sql, conversationId: string, callId: string): Promise<void> {
  await sql`update queued_call set state = 'consumed' where conversation_id = ${conversationId} and call_id = ${callId}`;
}

function toEvent(callId: string, result: CallResult): UnstampedEvent {
  return result.type === "success"
    ? { type: "call-succeeded", callId, value: result.value }
    : { type: "call-failed", callId, error: result.error };
}
