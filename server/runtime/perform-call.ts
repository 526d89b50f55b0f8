import type { Sql } from "postgres";
import type { Json } from "../../flows/kernel/json.ts";
import type { CallFailure, QueuedRequest } from "../../flows/kernel/protocol.ts";
import { toJsonText } from "../db/to-json-text.ts";
import type { Logger } from "../log.ts";
import type { ConversationRef, LiveEvent, QueuedTask } from "./contract.ts";
import { crashPoint } from "./crash-point.ts";

/**
 * Performs one queued step.
 *
 * Q1. A result is stored once, under the lease's epoch: who lost the lease stores nothing (I6).
 * Q2. A step with a stored result is never performed again; it runs at most 1 + crashes + retries times (I7).
 * Q3. Whatever happens, the flow hears of it: success, failure or timeout comes back as an event.
 */

const LEASE_SECONDS = 15;
const HEARTBEAT_MS = 5_000;

/** Claims beyond the node's own retries that can only be crashes; then the step fails for good. */
const CRASHES_MAX = 3;

export type CallResult =
  | { readonly type: "success"; readonly value: Json }
  | { readonly type: "failure"; readonly error: CallFailure };

type PerformDeps = {
  readonly sql: Sql;
  readonly log: Logger;
  readonly owner: string;
  readonly tasks: ReadonlyMap<string, QueuedTask>;
  readonly publish: (conversationId: string, event: LiveEvent) => void;
  /** Aborts when the process drains. */
  readonly stop: AbortSignal;
};

type ClaimedCall = ConversationRef & {
  readonly callId: string;
  readonly request: QueuedRequest;
  readonly attempts: number;
  readonly failures: number;
  readonly retryMax: number;
  readonly backoffMs: number;
  readonly timeoutMs: number;
  readonly leaseEpoch: number;
  readonly turn: number;
};

/** Returns true when a result is stored and waits to be given to the flow. */
export async function performCall(
  deps: PerformDeps,
  conversationId: string,
  callId: string,
): Promise<boolean> {
  const call = await claimCall(deps, conversationId, callId);
  if (!call) return false;
  crashPoint("before-task");
  const startedAt = performance.now();
  const result =
    call.attempts > 1 + call.retryMax + CRASHES_MAX
      ? failure("too_many_crashes", "the step was started too often without an end")
      : await runTask(deps, call);
  crashPoint("after-task-before-result-commit");
  if (result === "released") return false;
  if (result.type === "failure" && call.failures < call.retryMax) {
    await deps.sql`update queued_call set lease_owner = null, lease_until = null,
      result = ${deps.sql.json({ failures: call.failures + 1 })}, next_at = now() + ${call.backoffMs * 2 ** call.failures} * interval '1 ms'
      where conversation_id = ${conversationId} and call_id = ${callId} and lease_epoch = ${call.leaseEpoch} and state = 'pending'`;
    return false;
  }
  const durationMs = Math.round(performance.now() - startedAt);
  const stored = await deps.sql`update queued_call set state = 'done', lease_owner = null, lease_until = null,
    result = ${toJsonText(result)}::text::jsonb, duration_ms = ${durationMs}, next_at = now() + interval '2 s'
    where conversation_id = ${conversationId} and call_id = ${callId} and lease_epoch = ${call.leaseEpoch} and state = 'pending' returning 1`;
  crashPoint("after-result-commit");
  return stored.length > 0;
}

async function claimCall(
  deps: PerformDeps,
  conversationId: string,
  callId: string,
): Promise<ClaimedCall | null> {
  const [call] = await deps.sql<ClaimedCall[]>`
    update queued_call q set lease_owner = ${deps.owner}, lease_epoch = q.lease_epoch + 1, attempts = q.attempts + 1,
      lease_until = now() + ${LEASE_SECONDS} * interval '1 s'
    from conversation c
    where q.conversation_id = ${conversationId} and q.call_id = ${callId} and c.id = q.conversation_id
      and q.state = 'pending' and (q.lease_until is null or q.lease_until < now()) and q.next_at <= now()
    returning q.conversation_id as "conversationId", q.workspace_id as "workspaceId", c.bot_id as "botId", q.call_id as "callId",
      q.request, q.attempts, coalesce((q.result->>'failures')::int, 0) as failures, q.retry_max as "retryMax",
      q.backoff_ms as "backoffMs", q.timeout_ms as "timeoutMs", q.lease_epoch as "leaseEpoch", c.turns as turn`;
  return call ?? null;
}

async function runTask(deps: PerformDeps, call: ClaimedCall): Promise<CallResult | "released"> {
  const task = deps.tasks.get(call.request.name);
  if (!task) return failure("unknown_task", `no task is called ${call.request.name}`);
  const lost = new AbortController();
  const timeout = AbortSignal.timeout(call.timeoutMs);
  const signal = AbortSignal.any([lost.signal, timeout, deps.stop]);
  const heartbeat = setInterval(() => {
    void keepLease(deps.sql, call).then(
      (isKept) => isKept || lost.abort(),
      () => {},
    );
  }, HEARTBEAT_MS);
  try {
    const { conversationId, workspaceId, botId } = call;
    crashPoint("during-task");
    const value = await untilAborted(
      signal,
      task.perform(call.request.input, {
        signal,
        callKey: `${conversationId}:${call.callId}`,
        conversation: { conversationId, workspaceId, botId },
        emitDelta: (text) =>
          deps.publish(conversationId, { type: "delta", turn: call.turn + 1, index: 0, text }),
      }),
    );
    return { type: "success", value };
  } catch (error) {
    if (lost.signal.aborted) return "released";
    if (deps.stop.aborted) {
      await releaseLease(deps.sql, call);
      return "released";
    }
    if (timeout.aborted) return failure("timeout", `no answer within ${call.timeoutMs} ms`);
    deps.log.warn(
      { err: error, conversationId: call.conversationId, task: call.request.name },
      "a queued step failed",
    );
    return failure("task_failed", error instanceof Error ? error.message.slice(0, 200) : "unknown");
  } finally {
    clearInterval(heartbeat);
  }
}

/** A task that ignores its signal must not hold the flow beyond its timeout. */
function untilAborted<Value>(signal: AbortSignal, work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener("abort", onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}

async function keepLease(sql: Sql, call: ClaimedCall): Promise<boolean> {
  const rows = await sql`update queued_call set lease_until = now() + ${LEASE_SECONDS} * interval '1 s'
    where conversation_id = ${call.conversationId} and call_id = ${call.callId} and lease_epoch = ${call.leaseEpoch} and state = 'pending' returning 1`;
  return rows.length > 0;
}

async function releaseLease(sql: Sql, call: ClaimedCall): Promise<void> {
  await sql`update queued_call set lease_owner = null, lease_until = null, attempts = attempts - 1
    where conversation_id = ${call.conversationId} and call_id = ${call.callId} and lease_epoch = ${call.leaseEpoch}`;
}

function failure(code: string, message: string): CallResult {
  return { type: "failure", error: { code, message } };
}
