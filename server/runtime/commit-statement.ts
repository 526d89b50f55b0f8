import type { JsonObject } from "../../flows/kernel/json.ts";
import type { CallRequest, Origin, Part, Step } from "../../flows/kernel/protocol.ts";
import type { Session } from "../../flows/kernel/session.ts";
import type { ConversationStatus } from "./contract.ts";

/** All that one turn writes, keyed shortly because it travels with every turn. */
export type TurnRow = {
  readonly conversation: string;
  readonly workspace: string;
  readonly bot: string;
  /** Set when the talk goes on on another version from this turn on. */
  readonly version: string | null;
  /** The epoch that was read; against any other nothing is written (I6). */
  readonly epoch: number;
  readonly number: number;
  /** True when this turn takes an event that was not queued: refused while older accepted events wait, to keep their order (I3). */
  readonly fresh: boolean;
  readonly session: Session | null;
  readonly status: ConversationStatus;
  readonly seq: number;
  readonly last_text: string | null;
  readonly resolution: string | null;
  readonly asks_rating: boolean;
  readonly inbound: { readonly client_id: string; readonly kind: string; readonly body: JsonObject } | null;
  /** Client ids of queued events that this turn takes. */
  readonly taken: readonly string[];
  /** Set when the events were given up after too many crashes. */
  readonly dead_error: string | null;
  readonly steps: readonly (Step & { readonly ms?: number })[];
  readonly replay: JsonObject;
  readonly ms: number;
  readonly messages: readonly MessageRow[];
  readonly calls: readonly {
    readonly call_id: string;
    readonly node_id: string;
    readonly request: CallRequest;
    readonly timeout_ms: number;
    readonly retry_max: number;
    readonly backoff_ms: number;
  }[];
  readonly consumed_call: string | null;
  readonly timers: readonly { readonly timer_id: string; readonly fire_at: string }[];
  readonly cancelled_timers: readonly string[];
  readonly metrics: readonly { readonly name: string; readonly facts: JsonObject }[];
  readonly contact: {
    readonly id: string;
    readonly add_tags: readonly string[];
    readonly remove_tags: readonly string[];
    readonly attributes: JsonObject;
  } | null;
};

export type MessageRow = {
  readonly seq: number;
  readonly id: string;
  readonly idx: number;
  readonly role: "bot" | "agent" | "customer" | "system";
  readonly origin: Origin;
  readonly client_id: string | null;
  readonly node_id: string | null;
  readonly parts: readonly Part[];
  readonly at: string;
};

/** The epoch comes first and everything else hangs on it: only what was moved is written, so a turn is written whole or not at all. */
const MOVED = `
with moved as (
  update conversation c set
    version_id = coalesce(t.version, c.version_id), epoch = c.epoch + 1, turns = t.number, session = t.session, status = t.status, seq = t.seq,
    last_text = coalesce(t.last_text, c.last_text), resolution = coalesce(t.resolution, c.resolution),
    rating_asked_at = case when t.asks_rating then now() else c.rating_asked_at end,
    pending = c.pending - cardinality(t.taken), lease_owner = null, lease_until = null,
    updated_at = now(), ended_at = case when t.status = 'ended' then coalesce(c.ended_at, now()) end
  from jsonb_to_recordset($1::text::jsonb) as t(
    conversation uuid, workspace uuid, bot uuid, version uuid, epoch bigint, number int, fresh boolean, session jsonb, status text, seq int,
    last_text text, resolution text, asks_rating boolean, inbound jsonb, taken text[], dead_error text, steps jsonb, replay jsonb, ms int, messages jsonb,
    calls jsonb, consumed_call text, timers jsonb, cancelled_timers text[], metrics jsonb, contact jsonb)
  where c.id = t.conversation and c.epoch = t.epoch and not (t.fresh and c.pending > 0)
  returning t.*, c.epoch - 1 as epoch_before
)`;

/** What nearly every turn writes. */
const USUAL = `, in_fresh as (
  insert into inbound (conversation_id, client_id, workspace_id, kind, body, state, turn, done_at)
  select t.conversation, t.inbound->>'client_id', t.workspace, t.inbound->>'kind', t.inbound->'body', 'done', t.number, now()
  from moved t where t.inbound is not null
), turns as (
  insert into turn (conversation_id, number, workspace_id, epoch, steps, replay, duration_ms)
  select t.conversation, t.number, t.workspace, t.epoch_before, t.steps, t.replay, t.ms from moved t
), said as (
  insert into message (conversation_id, seq, id, workspace_id, turn, idx, role, origin, client_id, node_id, parts, at)
  select t.conversation, m.seq, m.id, t.workspace, t.number, m.idx, m.role, m.origin, m.client_id, m.node_id, m.parts, m.at
  from moved t
  cross join lateral jsonb_to_recordset(t.messages) as m(seq int, id uuid, idx smallint, role text, origin text, client_id text, node_id text, parts jsonb, at timestamptz)
), measured as (
  insert into metric_event (workspace_id, bot_id, conversation_id, name, facts)
  select t.workspace, t.bot, t.conversation, x.name, x.facts from moved t
  cross join lateral jsonb_to_recordset(t.metrics) as x(name text, facts jsonb)
)`;

const RARE = `, in_taken as (
  update inbound i set state = case when t.dead_error is null then 'done' else 'dead' end, turn = t.number, done_at = now(),
    error = t.dead_error
  from moved t
  where cardinality(t.taken) > 0 and i.conversation_id = t.conversation and i.client_id = any(t.taken)
), called as (
  insert into queued_call (conversation_id, call_id, workspace_id, node_id, request, state, timeout_ms, retry_max, backoff_ms)
  select t.conversation, q.call_id, t.workspace, q.node_id, q.request, 'pending', q.timeout_ms, q.retry_max, q.backoff_ms
  from moved t
  cross join lateral jsonb_to_recordset(t.calls) as q(call_id text, node_id text, request jsonb, timeout_ms int, retry_max smallint, backoff_ms int)
), consumed as (
  update queued_call q set state = 'consumed' from moved t
  where t.consumed_call is not null and q.conversation_id = t.conversation and q.call_id = t.consumed_call
), timed as (
  insert into timer (conversation_id, timer_id, workspace_id, fire_at)
  select t.conversation, x.timer_id, t.workspace, x.fire_at from moved t
  cross join lateral jsonb_to_recordset(t.timers) as x(timer_id text, fire_at timestamptz)
), untimed as (
  delete from timer x using moved t
  where cardinality(t.cancelled_timers) > 0 and x.conversation_id = t.conversation and x.timer_id = any(t.cancelled_timers)
), known as (
  update contact k set attributes = k.attributes || (t.contact->'attributes'),
    tags = array(
      select distinct tag from unnest(k.tags || array(select jsonb_array_elements_text(t.contact->'add_tags'))) as tag
      where tag <> all (array(select jsonb_array_elements_text(t.contact->'remove_tags'))) order by tag)
  from moved t
  where t.contact is not null and k.id = (t.contact->>'id')::uuid
)`;

const WRITTEN = `
select conversation as id from moved`;

const COMMIT_USUAL_TURNS = MOVED + USUAL + WRITTEN;
const COMMIT_TURNS = MOVED + USUAL + RARE + WRITTEN;

/**
 * The statement that writes many turns of different conversations at once and returns the conversations that were written; its one
 * parameter is the rows as JSON. A client id that is known already violates the primary key of `inbound` and undoes the whole batch
 * (see `commit-turns.ts`). Parts that write nothing cost PostgreSQL a tenth of a usual turn, so those are left out.
 */
export function toCommitStatement(rows: readonly TurnRow[]): string {
  return rows.every(isUsual) ? COMMIT_USUAL_TURNS : COMMIT_TURNS;
}

function isUsual({ taken, calls, consumed_call, timers, cancelled_timers, contact }: TurnRow): boolean {
  return (
    taken.length + calls.length + timers.length + cancelled_timers.length === 0 &&
    consumed_call === null &&
    contact === null
  );
}
