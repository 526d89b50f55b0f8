import type { Sql } from "postgres";
import type { JsonObject } from "../../flows/kernel/json.ts";
import type { ConversationState } from "./conversation-store.ts";
import { crashPoint } from "./crash-point.ts";

export type PendingEvent = {
  readonly clientId: string;
  readonly kind: "message" | "call-result" | "timer";
  readonly body: JsonObject;
  readonly crashes: number;
};

export type Claim = { readonly state: ConversationState; readonly events: readonly PendingEvent[] };

/** A turn is over in milliseconds, or in seconds where it has to wait (`withoutWaitingLong`); whoever holds a claim longer is dead or frozen, and the fence keeps him out. */
export const LEASE_MS = 15_000;

/** More of a burst than this is taken in a second turn. */
const BURST_MESSAGES_MAX = 20;

/**
 * Claims a conversation that has accepted events waiting: raises its epoch (whoever read before can no longer write), takes the
 * lease, and counts one crash on its first event until a turn takes it. Null when there is nothing to do now or somebody else is at it.
 * A message is not claimed while a queued step is awaited: only the step's own result moves the session.
 *
 * The events are read as of the statement's start, the conversation as of the moment its row is free: whoever had it meanwhile may
 * have taken these very events. The epoch of the first look therefore has to be the row's still, or an event would be answered twice (I2).
 */
export async function claimPending(sql: Sql, conversationId: string, owner: string): Promise<Claim | null> {
  crashPoint("before-claim");
  const [row] = await sql<(ConversationState & { events: PendingEvent[] })[]>`
    with seen as materialized (select epoch from conversation where id = ${conversationId}
    ), waiting as (
      select client_id, kind, body, crashes, position from inbound
      where conversation_id = ${conversationId} and state = 'pending'
      order by (kind = 'message'), position limit ${BURST_MESSAGES_MAX}
    ), head as (select client_id, kind from waiting order by (kind = 'message'), position limit 1
    ), claimed as (
      update conversation c set epoch = c.epoch + 1, lease_owner = ${owner}, lease_until = now() + ${LEASE_MS} * interval '1 ms', wake_at = null
      from head, seen
      where c.id = ${conversationId} and c.epoch = seen.epoch and (c.lease_until is null or c.lease_until < now()) and (c.wake_at is null or c.wake_at <= now())
        and (c.status <> 'working' or head.kind <> 'message')
      returning c.*
    ), counted as (
      update inbound i set crashes = i.crashes + 1 from head, claimed
      where i.conversation_id = claimed.id and i.client_id = head.client_id
    )
    select id as "conversationId", workspace_id as "workspaceId", bot_id as "botId", version_id as "versionId",
      contact_id as "contactId", channel, locale, token_hash as "tokenHash", session, status, owner,
      epoch::int as epoch, turns, seq, pending,
      (select json_agg(json_build_object('clientId', client_id, 'kind', kind, 'body', body, 'crashes', crashes)
        order by (kind = 'message'), position) from waiting) as events
    from claimed`;
  if (!row) return null;
  crashPoint("after-claim");
  const { events, ...state } = row;
  return { state, events };
}

type Release = {
  /** The work waits this long before it is tried again. */
  readonly waitMs: number;
  /** The crash that the claim counted on its first event stays. */
  readonly counts: boolean;
};

/** Gives a claim back after a failure. */
export async function releaseClaim(
  sql: Sql,
  { state, events }: Claim,
  { waitMs, counts }: Release,
): Promise<void> {
  const forgiven = counts ? null : (events[0]?.clientId ?? null);
  await sql`
    with released as (
      update conversation set lease_owner = null, lease_until = null, wake_at = now() + ${waitMs} * interval '1 ms'
      where id = ${state.conversationId} and epoch = ${state.epoch} returning id
    )
    update inbound i set crashes = i.crashes - 1 from released
    where i.conversation_id = released.id and i.client_id = ${forgiven}`;
}

/** Takes back the crash that the claim counted, after somebody else moved the talk on: a race is none. */
export async function forgiveClaim(sql: Sql, { state, events }: Claim): Promise<void> {
  await sql`
    with held as materialized (
      select id from conversation where id = ${state.conversationId} for no key update
    )
    update inbound i set crashes = i.crashes - 1 from held
    where i.conversation_id = held.id and i.client_id = ${events[0]?.clientId ?? null} and i.state = 'pending'`;
}
