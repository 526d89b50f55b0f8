import type { TransactionSql } from "postgres";
import type { GraphState } from "#drizzle/schema/graph.ts";
import { toJsonText } from "../../db/to-json-text.ts";
import type { Actor } from "../actor.ts";
import { type BaseKey, getBase } from "../bases/get-base.ts";
import { settleEntities } from "./settle-entities.ts";

/** A document's suggestions can be accepted at once; more than this is never suggested of one. */
export const DECISIONS_MAX = 2_000;

export type Decision = { readonly factId: string; readonly state: GraphState };

type Deciding = BaseKey & { readonly actor: Actor; readonly decisions: readonly Decision[] };

/**
 * Says of facts whether they hold. Answers with what they were before, by which it can be taken back. Facts that are gone are left
 * out. A fact that takes the place of one whose words have changed in the same document puts that one away.
 */
export async function decideFacts(
  tx: TransactionSql,
  { workspaceId, baseId, actor, decisions }: Deciding,
): Promise<{ readonly before: readonly Decision[] }> {
  await getBase(tx, { workspaceId, baseId });
  const wanted = toJsonText(decisions.slice(0, DECISIONS_MAX));
  const rows = await tx<Before[]>`
    select f.id as "factId", f.state, r.state as wanted, f.subject_id as "subjectId", f.object_id as "objectId"
    from graph_fact f join jsonb_to_recordset(${wanted}::text::jsonb) as r("factId" uuid, state text) on r."factId" = f.id
    where f.base_id = ${baseId} and f.workspace_id = ${workspaceId} order by f.id for no key update of f`;
  const changed = rows.filter((row) => row.state !== row.wanted);
  if (changed.length === 0) return { before: [] };
  const replaced = await findReplaced(
    tx,
    changed.filter((row) => row.wanted === "accepted").map(({ factId }) => factId),
  );
  const states = [
    ...changed.map(({ factId, wanted: state }) => ({ factId, state })),
    ...replaced.map(toRejected),
  ];
  await tx`
    update graph_fact f set state = r.state, updated_at = now(),
      decider_id = ${actor.id}, decider_name = ${actor.name}, decided_at = now()
    from jsonb_to_recordset(${toJsonText(states)}::text::jsonb) as r("factId" uuid, state text) where f.id = r."factId"`;
  await settleEntities(tx, {
    entityIds: changed.flatMap(({ subjectId, objectId }) => [subjectId, ...(objectId ? [objectId] : [])]),
    actor,
  });
  await touchGraph(tx, baseId);
  return {
    before: [...changed.map(({ factId, state }) => ({ factId, state })), ...replaced],
  };
}

type DecidingAll = BaseKey & {
  readonly actor: Actor;
  /** Null: what people added. */
  readonly documentId: string | null;
  readonly state: "accepted" | "rejected";
};

/** The same of everything that is still only suggested of a document. */
export async function decideDocument(
  tx: TransactionSql,
  { documentId, state, ...base }: DecidingAll,
): Promise<{ readonly before: readonly Decision[] }> {
  const rows = await tx<{ id: string }[]>`
    select f.id from graph_fact f join graph_entity own on own.id = f.subject_id
    join graph_entity s on s.id = coalesce(own.same_as_id, own.id)
    where f.base_id = ${base.baseId} and f.workspace_id = ${base.workspaceId} and f.state = 'suggested' and s.state <> 'rejected'
      and f.document_id is not distinct from ${documentId} order by f.position limit ${DECISIONS_MAX}`;
  return decideFacts(tx, { ...base, decisions: rows.map(({ id }) => ({ factId: id, state })) });
}

type Before = Decision & {
  readonly wanted: GraphState;
  readonly subjectId: string;
  readonly objectId: string | null;
};

const toRejected = ({ factId }: Decision): Decision => ({ factId, state: "rejected" });

/** Accepted facts of which their document says something else now, namely what is accepted here. */
async function findReplaced(tx: TransactionSql, factIds: readonly string[]): Promise<readonly Decision[]> {
  if (factIds.length === 0) return [];
  return tx<Decision[]>`
    select distinct o.id as "factId", o.state from graph_fact o join graph_fact f on f.id = any(${[...factIds]}::uuid[])
      and o.document_id = f.document_id and o.subject_id = f.subject_id and o.predicate = f.predicate and o.id <> f.id
    where o.state = 'accepted' and o.is_source_changed and not o.id = any(${[...factIds]}::uuid[])`;
}

/** Whoever holds the facts of the base hears that they have changed. */
export async function touchGraph(tx: TransactionSql, baseId: string): Promise<void> {
  await tx`update knowledge_base set graph_rev = graph_rev + 1 where id = ${baseId}`;
}
