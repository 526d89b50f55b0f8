import type { Sql } from "postgres";
import type { JsonObject } from "../../flows/kernel/json.ts";
import { toJsonText } from "../db/to-json-text.ts";
import { crashPoint } from "./crash-point.ts";

type Accepted = {
  readonly conversationId: string;
  readonly workspaceId: string;
  readonly clientId: string;
  readonly kind: "message" | "call-result" | "timer";
  readonly body: JsonObject;
  /** Milliseconds during which more of the same burst is awaited. */
  readonly waitMs: number;
  /** Crashes that the event has behind it already. */
  readonly crashes: number;
};

/** Keeps an event for a later turn, once: the same client id again changes nothing. Committed when it returns (I1). */
export async function acceptInbound(sql: Sql, event: Accepted): Promise<"accepted" | "duplicate"> {
  const rows = await sql`
    with kept as (
      insert into inbound (conversation_id, client_id, workspace_id, kind, body, state, crashes)
      values (${event.conversationId}, ${event.clientId}, ${event.workspaceId}, ${event.kind},
        ${toJsonText(event.body)}::text::jsonb, 'pending', ${event.crashes})
      on conflict do nothing returning 1
    )
    update conversation set pending = pending + 1,
      wake_at = case when ${event.waitMs}::int > 0 then now() + ${event.waitMs} * interval '1 ms' else wake_at end
    where id = ${event.conversationId} and exists (select from kept) returning 1`;
  crashPoint("after-inbound-commit");
  return rows.length > 0 ? "accepted" : "duplicate";
}

/** Turns due timers into accepted events, in one commit, and returns the conversations that have work now. */
export async function acceptDueTimers(sql: Sql, limit: number): Promise<string[]> {
  crashPoint("before-timer-commit");
  const rows = await sql<{ id: string }[]>`
    with due as (
      delete from timer where (conversation_id, timer_id) in (
        select conversation_id, timer_id from timer where fire_at <= now() order by fire_at limit ${limit} for update skip locked)
      returning conversation_id, timer_id, workspace_id
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
