import type { TransactionSql } from "postgres";

/** Talks of one page: some hundred turns with their steps are a statement of some ten milliseconds. */
const PAGE = 100;
/** Of a talk that goes on for months only its last turns are looked at. */
const TURNS_MAX = 200;
/** A talk that began earlier is not looked for, even when it went on since. */
const TALK_DAYS = 90;
/** A turn's time is that of its transaction's begin; it may be committed a little after others that began later. */
const OVERLAP_MINUTES = 5;

/** Nodes that try to understand what a customer means, as steps name them. */
const KINDS = ["faq", "intent", "kb-search", "graph-query", "fallback", "log-gap", "clarify"];

type Window = {
  readonly workspaceId: string;
  /** What was read by the run before. */
  readonly since: Date;
};

export type TalkPage = {
  /** Of `ReadTalk`s, as JSON text: the thread parses it. */
  readonly talks: string;
  readonly count: number;
  readonly lastId: string;
};

/** How many talks have gone on since. */
export async function countTalks(tx: TransactionSql, window: Window): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int as count from conversation c where ${isInWindow(tx, window)}`;
  return row?.count ?? 0;
}

/**
 * The next talks that went on, or were rated, since. Only what real customers said is there: previews, tests and testers' links
 * leave no conversations. A talk is read as a whole, so reading it twice finds the same.
 */
export async function readTalks(
  tx: TransactionSql,
  window: Window,
  after: string | null,
): Promise<TalkPage | null> {
  const [row] = await tx<{ talks: string; count: number; lastId: string | null }[]>`
    with page as (
      select c.id, c.bot_id, c.contact_id from conversation c
      where ${isInWindow(tx, window)} ${after === null ? tx`` : tx`and c.id > ${after}`}
      order by c.id limit ${PAGE})
    select count(*)::int as count, (max(p.id::text))::uuid as "lastId",
      coalesce(json_agg(json_build_object('conversationId', p.id, 'botId', p.bot_id, 'contactId', p.contact_id, 'turns', talk.turns)
        order by p.id), '[]')::text as talks
    from page p cross join lateral (
      select coalesce(json_agg(json_build_object(
        'turn', t.number, 'at', t.at, 'text', said.text, 'isChoice', ${isChoice(tx)}, 'steps', ${stepsOf(tx)},
        'understood', ${understoodOf(tx)}, 'repair', ${metricFact(tx, "repair", "type")},
        'isHandedOver', ${hasMetric(tx, tx`m.name = 'handoff' or (m.name = 'repair' and m.facts->>'type' = 'human')`)},
        'isDeadEnd', ${hasMetric(tx, tx`m.name = 'fallback' and m.facts->>'reason' in ('port_not_wired', 'nothing_said')`)},
        'isRatedDown', ${isRatedDown(tx)}) order by t.number), '[]') as turns
      from (select number, at, steps from turn where conversation_id = p.id order by number desc limit ${TURNS_MAX}) t
      left join lateral (
        select string_agg(part->>'text', ' ' order by m.seq) as text
        from message m, jsonb_array_elements(m.parts) part
        where m.conversation_id = p.id and m.turn = t.number and m.role = 'customer' and part->>'type' = 'text') said on true
    ) talk`;
  return row?.lastId ? { talks: row.talks, count: row.count, lastId: row.lastId } : null;
}

/** Ids carry their time, so the index leaves out what is older; ratings are few, and looked through once a statement. */
const isInWindow = (tx: TransactionSql, { workspaceId, since }: Window) => tx`
  c.workspace_id = ${workspaceId} and c.id > (select uuidv7(make_interval(days => -(${TALK_DAYS}::int))))
  and (c.updated_at > ${sinceOf(tx, since)} or c.id in (
    select r.conversation_id from rating r where r.workspace_id = ${workspaceId} and r.at > ${sinceOf(tx, since)}))`;

const sinceOf = (tx: TransactionSql, since: Date) =>
  tx`${since}::timestamptz - make_interval(mins => ${OVERLAP_MINUTES})`;

const isChoice = (tx: TransactionSql) => tx`exists (
  select from inbound i where i.conversation_id = p.id and i.turn = t.number and i.kind = 'message' and i.body->>'choice' is not null)`;

const stepsOf = (tx: TransactionSql) => tx`(
  select coalesce(json_agg(json_build_object('kind', s->>'kind', 'port', s->>'port',
    'reason', case when s->>'kind' = 'log-gap' then s->'output'->>'reason' end,
    'question', case when s->>'kind' = 'log-gap' then s->'output'->>'question' end) order by place), '[]')
  from jsonb_array_elements(t.steps) with ordinality as list(s, place) where s->>'kind' = any(${KINDS}))`;

/** Metrics are written in the statement that writes the turn, and so carry its very time. */
const metricsOf = (tx: TransactionSql) => tx`metric_event m
  where m.bot_id = p.bot_id and m.at = t.at and m.conversation_id = p.id
    and m.name in ('understood', 'repair', 'handoff', 'fallback')`;

const understoodOf = (tx: TransactionSql) => tx`(
  select json_build_object('outcome', m.facts->>'outcome', 'kind', m.facts->>'kind')
  from ${metricsOf(tx)} and m.name = 'understood' order by m.id desc limit 1)`;

const metricFact = (tx: TransactionSql, name: string, fact: string) => tx`(
  select m.facts->>${fact}::text from ${metricsOf(tx)} and m.name = ${name} order by m.id desc limit 1)`;

const hasMetric = (tx: TransactionSql, condition: ReturnType<TransactionSql>) => tx`exists (
  select from ${metricsOf(tx)} and (${condition}))`;

const isRatedDown = (tx: TransactionSql) => tx`exists (
  select from rating r join message m on m.conversation_id = p.id and m.id = r.message_id
  where r.conversation_id = p.id and r.value = 'down' and m.turn = t.number)`;
