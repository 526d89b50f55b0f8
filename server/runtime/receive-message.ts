import type { Sql } from "postgres";
import { AppError } from "../app-error.ts";
import type { Logger } from "../log.ts";
import { acceptInbound } from "./accept-inbound.ts";
import type { ConversationRef, MessageInput, TurnAnswer } from "./contract.ts";
import type { ConversationState } from "./conversation-store.ts";
import { crashPoint } from "./crash-point.ts";
import { toCustomerParts } from "./customer-parts.ts";
import { isConnectionLost } from "./is-connection-lost.ts";
import { NotLearned } from "./learn-anew.ts";
import { readAnswer } from "./read-messages.ts";
import { type TurnDeps, takeTurn, toInboundBody, type UnstampedEvent } from "./take-turn.ts";

/** Another process may win the epoch this often before the message is queued instead. */
const TRIES_MAX = 3;

type ReceiveDeps = TurnDeps & {
  readonly sql: Sql;
  readonly log: Logger;
  /** Runs what is queued for the conversation; the caller holds its lock. */
  readonly drain: (conversationId: string) => Promise<void>;
  /** The same after a while, with its own lock; forgotten when the process ends, the sweep finds the work too. */
  readonly drainLater: (conversationId: string, waitMs: number) => void;
};

/**
 * Takes one message of a customer, in the lock of its conversation. The common case is one run in memory and one commit;
 * everything else (a step is awaited, older messages wait, a burst is collected, a crash) accepts the message first and runs it in order.
 */
export async function receiveMessage(
  deps: ReceiveDeps,
  ref: ConversationRef,
  input: MessageInput,
): Promise<TurnAnswer> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const state = await deps.store.find(ref.conversationId);
    if (!state) throw new AppError("not_found");
    if (state.status === "ended") return answerAgainOrRefuse(deps, ref.conversationId, input);
    const burstMs = await deps.bots.getBurstMs(state.botId);
    if (mustQueue(state) || burstMs > 0)
      return queueMessage(deps, { state, input, waitMs: burstMs, crashes: 0 });
    const outcome = await tryAtOnce(deps, state, input);
    if (outcome) return outcome;
  }
  const state = await deps.store.find(ref.conversationId);
  if (!state) throw new AppError("not_found");
  return queueMessage(deps, { state, input, waitMs: 0, crashes: 0 });
}

function mustQueue({ session, pending, owner }: ConversationState): boolean {
  if (owner !== "bot") return pending > 0;
  return pending > 0 || (session?.awaiting.type === "call" && session.awaiting.queued);
}

/** Null: the copy at hand was stale; read again. */
async function tryAtOnce(
  deps: ReceiveDeps,
  state: ConversationState,
  input: MessageInput,
): Promise<TurnAnswer | null> {
  const event = toEvent(input);
  try {
    const { outcome, answer } = await takeTurn(deps, {
      state,
      event,
      lines: [{ clientId: input.clientId, parts: toCustomerParts(input, state.session) }],
      inbound: { client_id: input.clientId, kind: "message", body: toInboundBody(event) },
      fresh: true,
      taken: [],
      consumedCall: null,
    });
    crashPoint("before-answer");
    if (outcome === "written") return answer;
    return outcome === "duplicate" ? answerAgain(deps, state.conversationId, input.clientId) : null;
  } catch (error) {
    deps.store.forget(state.conversationId);
    // The commit may or may not have happened: the client asks again with the same id and gets the one answer.
    if (isConnectionLost(error)) throw new AppError("busy");
    const unlearned = error instanceof NotLearned ? error : null;
    const about = { err: error, conversationId: state.conversationId };
    if (unlearned) deps.log.warn(about, "what a turn needs is not learned; its message is kept");
    else deps.log.error(about, "a turn crashed; its message is kept and tried again");
    // Drained at once it would meet the same loss, and count a crash with nothing tried.
    const waitMs = unlearned?.againInMs ?? 0;
    return queueMessage(deps, { state, input, waitMs, crashes: unlearned ? 0 : 1 });
  }
}

type Queued = {
  readonly state: ConversationState;
  readonly input: MessageInput;
  readonly waitMs: number;
  readonly crashes: number;
};

async function queueMessage(
  deps: ReceiveDeps,
  { state, input, waitMs, crashes }: Queued,
): Promise<TurnAnswer> {
  const { conversationId, workspaceId } = state;
  const body = toInboundBody(toEvent(input));
  const accepted = await acceptInbound(deps.sql, {
    conversationId,
    workspaceId,
    clientId: input.clientId,
    kind: "message",
    body,
    waitMs,
    crashes,
  });
  deps.store.forget(conversationId);
  if (accepted === "ended") return answerAgainOrRefuse(deps, conversationId, input);
  if (waitMs === 0) await deps.drain(conversationId);
  else deps.drainLater(conversationId, waitMs);
  return answerAgain(deps, conversationId, input.clientId);
}

async function answerAgain(deps: ReceiveDeps, conversationId: string, clientId: string): Promise<TurnAnswer> {
  const answer = await readAnswer(deps.sql, conversationId, clientId);
  const state = await deps.store.find(conversationId);
  if (!answer || !state) throw new AppError("busy");
  return { messages: answer.messages, status: answer.isDone ? state.status : "working" };
}

async function answerAgainOrRefuse(
  deps: ReceiveDeps,
  conversationId: string,
  input: MessageInput,
): Promise<TurnAnswer> {
  const answer = await readAnswer(deps.sql, conversationId, input.clientId);
  if (!answer) throw new AppError("conversation_ended");
  return { messages: answer.messages, status: "ended" };
}

function toEvent({ clientId, text, choice, attachments }: MessageInput): UnstampedEvent {
  return { type: "message-received", messageId: clientId, text, choice, attachments };
}
