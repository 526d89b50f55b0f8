import type { TransactionSql } from "postgres";
import { toJsonText } from "../../../db/to-json-text.ts";
import type { CutPassage } from "../passages/cut-passages.ts";
import { type PassagePlan, planPassages, type StoredPassage } from "./plan-passages.ts";

type Target = { readonly documentId: string; readonly baseId: string; readonly workspaceId: string };

/** Rows of one statement: what is encoded at once holds up nobody. */
const ROWS_A_STATEMENT = 100;

/**
 * Makes the passages of a document those of a new reading, all in the caller's transaction. Rows of passages that are said again
 * stay, edits survive, and whoever holds an index of the base hears of it if anything has changed.
 */
export async function storePassages(
  tx: TransactionSql,
  target: Target,
  passages: readonly CutPassage[],
): Promise<void> {
  const { documentId, baseId } = target;
  const stored = await tx<StoredPassage[]>`
    select id, key, title_path as "titlePath", text, is_edited as "isEdited" from passage where document_id = ${documentId}`;
  const plan = planPassages(stored, passages);
  if (plan.removed.length > 0) await tx`delete from passage where id = any(${[...plan.removed]}::uuid[])`;
  await moveRows(tx, plan);
  for (const rows of toGroups(plan.inserted)) await insertRows(tx, target, rows);
  const hasChanged =
    plan.inserted.length + plan.removed.length + plan.outdated.length + plan.orphaned.length > 0;
  if (hasChanged) await tx`update knowledge_base set passages_rev = passages_rev + 1 where id = ${baseId}`;
}

async function moveRows(tx: TransactionSql, { kept, outdated, orphaned }: PassagePlan): Promise<void> {
  const moved = [
    ...kept.map(({ id, key, position, place }) => ({ id, key, position, place, outdated: false })),
    ...outdated.map(({ id, key, position, place }) => ({ id, key, position, place, outdated: true })),
    ...orphaned.map(({ id, position }) => ({ id, key: `kept:${id}`, position, place: null, outdated: true })),
  ];
  for (const rows of toGroups(moved))
    await tx`
      update passage p set key = r.key, position = r.position, place = coalesce(r.place, p.place),
        is_outdated = p.is_outdated or r.outdated
      from jsonb_to_recordset(${toJsonText(rows)}::text::jsonb)
        as r(id uuid, key text, position int, place jsonb, outdated boolean)
      where p.id = r.id`;
}

async function insertRows(
  tx: TransactionSql,
  { documentId, baseId, workspaceId }: Target,
  rows: PassagePlan["inserted"],
): Promise<void> {
  await tx`
    insert into passage (document_id, base_id, workspace_id, key, position, title_path, text, place)
    select ${documentId}, ${baseId}, ${workspaceId}, r.key, r.position,
      array(select jsonb_array_elements_text(r."titlePath")), r.text, r.place
    from jsonb_to_recordset(${toJsonText(rows)}::text::jsonb)
      as r(key text, position int, "titlePath" jsonb, text text, place jsonb)`;
}

function toGroups<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  return Array.from({ length: Math.ceil(rows.length / ROWS_A_STATEMENT) }, (_, group) =>
    rows.slice(group * ROWS_A_STATEMENT, (group + 1) * ROWS_A_STATEMENT),
  );
}
