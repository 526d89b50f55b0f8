import type { Sql } from "postgres";

/** What one sweep takes at most; the next one comes two seconds later. */
const SWEEP_MAX = 200;

/** Conversations with accepted events that may run now and that nobody is at. */
export async function findWaitingConversations(sql: Sql): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from conversation c
    where pending > 0 and (lease_until is null or lease_until < now()) and (wake_at is null or wake_at <= now())
      and (status <> 'working' or exists (
        select from inbound i where i.conversation_id = c.id and i.state = 'pending' and i.kind <> 'message'))
    limit ${SWEEP_MAX}`;
  return rows.map((row) => row.id);
}

export type OpenCall = {
  readonly conversationId: string;
  readonly callId: string;
  readonly state: "pending" | "done";
};

/** Queued steps that nobody performs, and results that no turn has taken. */
export async function findOpenCalls(sql: Sql): Promise<OpenCall[]> {
  return sql<OpenCall[]>`
    select conversation_id as "conversationId", call_id as "callId", state from queued_call
    where state <> 'consumed' and next_at <= now() and (lease_until is null or lease_until < now())
    order by next_at limit ${SWEEP_MAX}`;
}
