import type { TransactionSql } from "postgres";
import type { Actor } from "../actor.ts";

type Settling = { readonly entityIds: readonly string[]; readonly actor: Actor };

/**
 * A thing is taken with the first fact of it that is taken, and is a suggestion again when none is left. A fact of what was merged into
 * a thing is a fact of it too.
 */
export async function settleEntities(tx: TransactionSql, { entityIds, actor }: Settling): Promise<void> {
  await tx`
    with named as (
      select unnest(array[e.id, e.same_as_id]) as id from graph_entity e where e.id = any(${[...entityIds]}::uuid[])),
    judged as (
      select n.id, exists (
        select from graph_entity own join graph_fact f on f.subject_id = own.id or f.object_id = own.id
        where (own.id = n.id or own.same_as_id = n.id) and f.state = 'accepted') as holds
      from (select distinct id from named where id is not null) n)
    update graph_entity e set state = case when j.holds then 'accepted' else 'suggested' end, updated_at = now(),
      decider_id = ${actor.id}, decider_name = ${actor.name}, decided_at = now()
    from judged j where e.id = j.id
      and ((j.holds and e.state = 'suggested') or (not j.holds and e.state = 'accepted' and not e.is_manual))`;
}
