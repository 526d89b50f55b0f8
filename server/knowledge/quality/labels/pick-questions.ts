import type { TransactionSql } from "postgres";
import type { AnsweredBy } from "#drizzle/schema/quality.ts";

/** The newest talks of the time that a draw looks through: 90,000 questions take some 3 s, and a statement of the console has 10. */
const TALKS_MAX = 30_000;

export type Draw = {
  readonly workspaceId: string;
  /** Null: of every bot. */
  readonly botId: string | null;
  readonly from: Date;
  readonly to: Date;
  readonly size: number;
  readonly seed: number;
};

export type Picked = {
  readonly conversationId: string;
  readonly turn: number;
  readonly botId: string;
  readonly stratum: string;
  readonly answeredBy: AnsweredBy;
  readonly askedAt: Date;
};

/**
 * Draws questions at random out of real talks: turns in which a customer wrote something that a node tried to understand. Clicks on
 * buttons, answers to forms and what was drawn before are left out; previews and tests never make talks.
 *
 * The questions are laid out by stratum (what answered, which intent), at random within each, and every (N/n)th is taken from a
 * random start: each question has the same chance n/N, and each stratum gets its share. So a plain share of the sample estimates the
 * whole. Everything random comes from the seed.
 */
export async function pickQuestions(
  tx: TransactionSql,
  { workspaceId, botId, from, to, size, seed }: Draw,
): Promise<{ readonly picked: readonly Picked[]; readonly population: Readonly<Record<string, number>> }> {
  const rows = await tx<(Picked & { population: Readonly<Record<string, number>> })[]>`
    with talk as (
      select id, bot_id from conversation
      where workspace_id = ${workspaceId} and updated_at >= ${from} and created_at < ${to}
        ${botId === null ? tx`` : tx`and bot_id = ${botId}`}
      order by id desc limit ${TALKS_MAX}
    ), asked as (
      select t.conversation_id, t.number, t.at, talk.bot_id, trace.intent,
        case when trace.faq then 'faq' when trace.passage then 'passage' when trace.fact then 'fact'
          when exists (select from message m where m.conversation_id = t.conversation_id and m.turn = t.number and m.origin = 'model')
            then 'model'
          when trace.fallback then 'fallback' when trace.clarify then 'clarify'
          when trace.intent is not null then 'flow' else 'none' end as answered_by
      from talk
      join turn t on t.conversation_id = talk.id and t.at >= ${from} and t.at < ${to}
      cross join lateral (
        select bool_or(s->>'kind' in ('faq', 'kb-search', 'graph-query', 'intent', 'fallback')) as is_question,
          bool_or(s->>'kind' = 'faq' and s->>'port' = 'hit') as faq,
          bool_or(s->>'kind' = 'kb-search' and s->>'port' = 'found') as passage,
          bool_or(s->>'kind' = 'graph-query' and s->>'port' = 'found') as fact,
          bool_or(s->>'kind' = 'fallback') as fallback,
          bool_or(s->>'kind' = 'clarify' or s->>'port' in ('suggest', 'ambiguous')) as clarify,
          min(s->>'port') filter (where s->>'kind' = 'intent' and s->>'port' not in ('ambiguous', 'none')) as intent
        from jsonb_array_elements(t.steps) s
      ) trace
      where trace.is_question
        and exists (select from message m where m.conversation_id = t.conversation_id and m.turn = t.number
          and m.role = 'customer' and m.parts @> '[{"type":"text"}]')
        and not exists (select from inbound i where i.conversation_id = t.conversation_id and i.turn = t.number
          and i.body->>'choice' is not null)
        and not exists (select from label_item l where l.conversation_id = t.conversation_id and l.turn = t.number)
    ), laid as (
      select *, concat_ws(':', answered_by, intent) as stratum,
        md5(concat(${seed}::bigint, conversation_id, number)) as lot
      from asked
    ), ranked as (
      select *, row_number() over (order by stratum, lot) as place, count(*) over () as total from laid
    ), counted as (
      select coalesce(jsonb_object_agg(stratum, count), '{}') as population
      from (select stratum, count(*) from laid group by stratum) strata
    )
    select conversation_id as "conversationId", number as turn, bot_id as "botId", stratum, answered_by as "answeredBy", at as "askedAt",
      counted.population
    from ranked cross join counted
    cross join lateral (select least(${size}::int, total) as wanted, ${toStart(seed)}::numeric * total as start) step
    -- Divided last: a third that was rounded down would leave the last question out.
    where floor((place * wanted + start) / total) > floor(((place - 1) * wanted + start) / total)
    order by lot`;
  return {
    picked: rows.map(({ population: _, ...picked }) => picked),
    population: rows[0]?.population ?? {},
  };
}

/** Knuth's multiplicative hash: seeds that lie side by side start far apart. 0 up to, but not, 1. */
function toStart(seed: number): number {
  return (Math.imul(seed, 2_654_435_761) >>> 0) / 2 ** 32;
}
