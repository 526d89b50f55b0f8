import type { Fragment, TransactionSql } from "postgres";
import type { GraphState } from "#drizzle/schema/graph.ts";
import { AppError } from "../../app-error.ts";
import type { Actor } from "../actor.ts";
import { type BaseKey, getBase } from "../bases/get-base.ts";
import { touchGraph } from "./decide-facts.ts";
import { settleEntities } from "./settle-entities.ts";
import { toEntityKey, toFactKey } from "./to-key.ts";

/** All of a base is held in memory while it is asked. */
const FACTS_MAX = 50_000;

type By = { readonly actor: Actor };
type Named = { readonly type: string; readonly name: string };

export type SaidFact = {
  readonly subject: Named;
  readonly predicate: string;
  readonly object: { readonly value: string } | { readonly entity: Named };
};

/** A fact that a person states: it holds at once, and no reading takes it away. */
export async function addFact(
  tx: TransactionSql,
  { workspaceId, baseId, actor, fact }: BaseKey & By & { readonly fact: SaidFact },
): Promise<{ readonly factId: string }> {
  await getBase(tx, { workspaceId, baseId });
  const [{ count = 0 } = {}] = await tx<{ count: number }[]>`
    select count(*)::int from graph_fact where base_id = ${baseId} and state <> 'rejected'`;
  if (count >= FACTS_MAX) throw new AppError("conflict", { reason: "too_many_facts", max: FACTS_MAX });
  const { subject, predicate, object } = fact;
  const base = { workspaceId, baseId, actor };
  const subjectId = await ensureEntity(tx, { ...base, entity: subject });
  const objectId = "entity" in object ? await ensureEntity(tx, { ...base, entity: object.entity }) : null;
  const key = toFactKey({
    ...{ documentId: null, subjectKey: toEntityKey(subject), predicate },
    object: "entity" in object ? { entityKey: toEntityKey(object.entity) } : object,
  });
  const [row] = await tx<{ id: string }[]>`
    insert into graph_fact (base_id, workspace_id, subject_id, predicate, object_id, value, key, state, is_manual, decider_id,
      decider_name, decided_at)
    values (${baseId}, ${workspaceId}, ${subjectId}, ${predicate}, ${objectId}, ${"value" in object ? object.value : null}, ${key},
      'accepted', true, ${actor.id}, ${actor.name}, now())
    on conflict (base_id, key) do update set state = 'accepted', subject_id = excluded.subject_id,
      predicate = excluded.predicate, object_id = excluded.object_id, value = excluded.value, decider_id = excluded.decider_id,
      decider_name = excluded.decider_name, decided_at = now(), updated_at = now()
    returning id`;
  if (!row) throw new Error("the fact was not written");
  await touchGraph(tx, baseId);
  return { factId: row.id };
}

type FactUpdate = By & {
  readonly workspaceId: string;
  readonly factId: string;
  /** Facts of other sources that say the same: left as they are, customers would hear the old words next to the new ones. */
  readonly doubleIds?: readonly string[];
  readonly fact: SaidFact;
};

/** Other words for a fact, by a person, who thereby answers for it. Its source stays: it is where the words came from. */
export async function updateFact(
  tx: TransactionSql,
  { workspaceId, factId, doubleIds = [], actor, fact }: FactUpdate,
): Promise<void> {
  const factIds = [...new Set([factId, ...doubleIds])];
  const baseId = await lockFacts(tx, { workspaceId, factIds });
  const { subject, predicate, object } = fact;
  const base = { workspaceId, baseId, actor };
  const subjectId = await ensureEntity(tx, { ...base, entity: subject });
  const objectId = "entity" in object ? await ensureEntity(tx, { ...base, entity: object.entity }) : null;
  // Their keys stay: a reading that finds the old words again finds these rows, and suggests nothing anew.
  const rows = await tx<{ subjectId: string; objectId: string | null }[]>`
    update graph_fact f set subject_id = ${keepMerged(tx, tx`f.subject_id`, subjectId)}, predicate = ${predicate},
      object_id = ${keepMerged(tx, tx`f.object_id`, objectId)}, value = ${"value" in object ? object.value : null},
      state = 'accepted', is_manual = true, is_source_changed = false, decider_id = ${actor.id}, decider_name = ${actor.name},
      decided_at = now(), updated_at = now()
    where f.id = any(${factIds}::uuid[]) returning f.subject_id as "subjectId", f.object_id as "objectId"`;
  await settleEntities(tx, {
    entityIds: rows.flatMap((row) => [row.subjectId, ...(row.objectId ? [row.objectId] : [])]),
    actor,
  });
  await touchGraph(tx, baseId);
}

/** People see a merged thing under the name of what stands for it: written as that, its fact would not come back when they are separated. */
const keepMerged = (tx: TransactionSql, own: Fragment, said: string | null): Fragment => tx`
  case when (select e.same_as_id from graph_entity e where e.id = ${own}) = ${said}::uuid then ${own} else ${said}::uuid end`;

/** All of one base, or `not_found`. */
async function lockFacts(
  tx: TransactionSql,
  { workspaceId, factIds }: { readonly workspaceId: string; readonly factIds: readonly string[] },
): Promise<string> {
  const rows = await tx<{ baseId: string }[]>`
    select f.base_id as "baseId" from graph_fact f
    join knowledge_base b on b.id = f.base_id and b.deleted_at is null
    where f.id = any(${[...factIds]}::uuid[]) and f.workspace_id = ${workspaceId} order by f.id for no key update of f`;
  const [baseId, ...others] = new Set(rows.map((row) => row.baseId));
  if (baseId === undefined || others.length > 0 || rows.length < factIds.length)
    throw new AppError("not_found");
  return baseId;
}

type EntityChange = {
  readonly workspaceId: string;
  readonly entityId: string;
  readonly actor: Actor;
  readonly type: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** A rejected thing is neither asked nor suggested again, nor is any fact of it. */
  readonly state: GraphState;
};

/** Names a thing as its readers do. A reading that finds the old words again still finds this thing. */
export async function updateEntity(tx: TransactionSql, change: EntityChange): Promise<void> {
  const { workspaceId, entityId, actor, type, name, aliases, state } = change;
  const [merged] = await tx`
    select from graph_entity where id = ${entityId} and workspace_id = ${workspaceId} and same_as_id is not null`;
  if (merged) throw new AppError("conflict", { reason: "entity_merged" });
  const [row] = await tx<{ baseId: string }[]>`
    update graph_entity e set type = ${type}, name = ${name}, aliases = ${[...aliases]}, state = ${state}, is_manual = true,
      decider_id = ${actor.id}, decider_name = ${actor.name}, decided_at = now(), updated_at = now()
    from knowledge_base b
    where e.id = ${entityId} and e.workspace_id = ${workspaceId} and b.id = e.base_id and b.deleted_at is null
    returning e.base_id as "baseId"`;
  if (!row) throw new AppError("not_found");
  await touchGraph(tx, row.baseId);
}

type Ensured = BaseKey & By & { readonly entity: Named };

/** The thing of this name and type, taken as it is or made. */
async function ensureEntity(
  tx: TransactionSql,
  { workspaceId, baseId, actor, entity }: Ensured,
): Promise<string> {
  const [known] = await tx<{ id: string; sameAsId: string | null }[]>`
    select id, same_as_id as "sameAsId" from graph_entity where base_id = ${baseId}
      and (key = ${toEntityKey(entity)} or (type = ${entity.type} and name = ${entity.name})) order by id limit 1`;
  if (known) {
    // What it is the same as goes by its own name, and is taken with it.
    await tx`
      update graph_entity set state = 'accepted', decider_id = ${actor.id}, decider_name = ${actor.name}, decided_at = now()
      where id in (${known.id}, ${known.sameAsId ?? known.id})`;
    return known.id;
  }
  const [made] = await tx<{ id: string }[]>`
    insert into graph_entity (base_id, workspace_id, type, name, key, state, is_manual, decider_id, decider_name, decided_at)
    values (${baseId}, ${workspaceId}, ${entity.type}, ${entity.name}, ${toEntityKey(entity)}, 'accepted', true, ${actor.id},
      ${actor.name}, now())
    on conflict (base_id, key) do update set updated_at = now() returning id`;
  if (!made) throw new Error("the entity was not written");
  return made.id;
}
