import type { Sql } from "postgres";
import type { JsonObject } from "../../flows/kernel/json.ts";
import { AppError } from "../app-error.ts";
import { toJsonText } from "../db/to-json-text.ts";
import { crashPoint } from "./crash-point.ts";

type Accepted = {
  readonly conversationId: string;
  readonly workspaceId: string;
  readonly clientId: string;
  readonly kind: "message" | "call-result" | "timer";
  readonly body: JsonObject;
  /** Milliseconds during which more of the same burst is awaited. It never shortens a rest: what rests would only fail again. */
  readonly waitMs: number;
  /** Crashes that the event has behind it already. */
  readonly crashes: number;
};

/**
 * Whoever writes `inbound` holds the row of its conversation first, as the commit of a turn does: in the other order two processes
 * that get the same message wait for each other.
 */

/**
 * Keeps an event for a later turn, once: the same client id again changes nothing. Committed when it returns (I1). `not_found` for a
 * conversation that is gone: nobody must take the event for kept. `ended`: the talk was over before a message came, which is not kept.
 */
export async function acceptInbound(sql: Sql, event: Accepted): Promise<"accepted" | "duplicate" | "ended"> {
  const [row] = await sql<{ isEnded: boolean; isKept: boolean }[]>`
    with held as materialized (
      select id, status = 'ended' and ${event.kind}::text = 'message' as is_ended from conversation
      where id = ${event.conversationId} for no key update
    ), kept as (
      insert into inbound (conversation_id, client_id, workspace_id, kind, body, state, crashes)
      select held.id, ${event.clientId}, ${event.workspaceId}::uuid, ${event.kind},
        ${toJsonText(event.body)}::text::jsonb, 'pending', ${event.crashes}::int from held where not is_ended
      on conflict do nothing returning 1
    ), counted as (
      update conversation set pending = pending + 1,
        wake_at = case when ${event.waitMs}::int > 0 then greatest(wake_at, now() + ${event.waitMs} * interval '1 ms') else wake_at end
      where id = ${event.conversationId} and exists (select from kept)
    )
    select is_ended as "isEnded", exists (select from kept) as "isKept" from held`;
  crashPoint("after-inbound-commit");
  if (row === undefined) throw new AppError("not_found");
  if (row.isEnded) return "ended";
  return row.isKept ? "accepted" : "duplicate";
}

/**
 * Turns due timers into accepted events, in one commit, and returns the conversations that have work now. Timers of a conversation
 * that is being written at this moment come with the next look.
 */
export async function acceptDueTimers(sql: Sql, limit: number): Promise<string[]> {
  crashPoint("before-timer-commit");
  const rows = await sql<{ id: string }[]>`
    with held as materialized (
      select t.conversation_id, t.timer_id from timer t join conversation c on c.id = t.conversation_id
      where t.fire_at <= now() order by t.fire_at limit ${limit} for no key update of c, t skip locked
    ), due as (
      delete from timer t using held where t.conversation_id = held.conversation_id and t.timer_id = held.timer_id
      returning t.conversation_id, t.timer_id, t.workspace_id
    ), kept as (
      insert into inbound (conversation_id, client_id, workspace_id, kind, body, state)
      select conversation_id, 'timer:' || timer_id, workspace_id, 'timer',
        jsonb_build_object('type', 'timer-fired', 'timerId', timer_id), 'pending' from due
      on conflict do nothing returning conversation_id
    ), counted as (select conversation_id, count(*)::int as events from kept group by conversation_id)
    update conversation c set pending = c.pending + counted.events from counted where c.id = counted.conversation_id
    returning c.id`;
  return rows.map((row) => row.id);
}
