import type { TransactionSql } from "postgres";
import type { GraphState } from "#drizzle/schema/graph.ts";
import { AppError } from "../../app-error.ts";
import type { Actor } from "../actor.ts";
import { touchGraph } from "./decide-facts.ts";
import { settleEntities } from "./settle-entities.ts";

type EntityKey = { readonly workspaceId: string; readonly entityId: string };

type Merge = EntityKey & {
  readonly actor: Actor;
  /** What it is the same as, and goes by from now on. */
  readonly intoId: string;
};

/**
 * Says that two things are the same. Facts and names of the first stay its own and count as the second's wherever things are listed,
 * drawn or asked, so that nothing is lost by it: the two can be separated as they were, and documents that use either name are read on.
 */
export async function mergeEntities(
  tx: TransactionSql,
  { workspaceId, entityId, intoId, actor }: Merge,
): Promise<{ readonly entityId: string }> {
  const rows = await lockEntities(tx, { workspaceId, ids: [entityId, intoId] });
  const merged = rows.find(({ id }) => id === entityId);
  const into = rows.find(({ id }) => id === intoId);
  if (!merged || !into || merged.baseId !== into.baseId) throw new AppError("not_found");
  if (merged.id === into.id) throw new AppError("conflict", { reason: "same_entity" });
  if (merged.sameAsId !== null || into.sameAsId !== null)
    throw new AppError("conflict", { reason: "entity_merged" });
  if (merged.state === "rejected" || into.state === "rejected")
    throw new AppError("conflict", { reason: "entity_rejected" });
  await tx`
    update graph_entity set merged_into_id = ${intoId}, same_as_id = ${intoId}, merged_by_name = ${actor.name}, merged_at = now(),
      updated_at = now()
    where id = ${entityId}`;
  // What was merged into it before goes along.
  await tx`update graph_entity set same_as_id = ${intoId} where same_as_id = ${entityId}`;
  await settleEntities(tx, { entityIds: [intoId], actor });
  await touchGraph(tx, into.baseId);
  return { entityId: intoId };
}

/** Takes a merge back: the thing stands for itself again, with its facts and with what had been merged into it. */
export async function separateEntity(
  tx: TransactionSql,
  { workspaceId, entityId, actor }: EntityKey & { readonly actor: Actor },
): Promise<{ readonly entityId: string }> {
  const [row] = await lockEntities(tx, { workspaceId, ids: [entityId] });
  if (!row) throw new AppError("not_found");
  // Asked for twice, as by a notice that is still there after the sheet did it: that is done.
  if (row.sameAsId === null) return { entityId };
  await tx`
    with recursive own as (
      select ${entityId}::uuid as id
      union select e.id from graph_entity e join own on e.merged_into_id = own.id)
    update graph_entity e set same_as_id = case when e.id = ${entityId} then null else ${entityId}::uuid end
    from own where e.id = own.id`;
  await tx`
    update graph_entity set merged_into_id = null, merged_by_name = null, merged_at = null, updated_at = now()
    where id = ${entityId}`;
  await settleEntities(tx, { entityIds: [entityId, row.sameAsId], actor });
  await touchGraph(tx, row.baseId);
  return { entityId };
}

type Locked = {
  readonly id: string;
  readonly baseId: string;
  readonly state: GraphState;
  readonly sameAsId: string | null;
};

/** In one order everywhere: two people who merge the same things wait for each other, and never in a circle. */
async function lockEntities(
  tx: TransactionSql,
  { workspaceId, ids }: { readonly workspaceId: string; readonly ids: readonly string[] },
): Promise<readonly Locked[]> {
  return tx<Locked[]>`
    select e.id, e.base_id as "baseId", e.state, e.same_as_id as "sameAsId" from graph_entity e
    join knowledge_base b on b.id = e.base_id and b.deleted_at is null
    where e.id = any(${[...ids]}::uuid[]) and e.workspace_id = ${workspaceId} order by e.id for no key update of e`;
}
