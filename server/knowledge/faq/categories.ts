import type { TransactionSql } from "postgres";
import { AppError } from "../../app-error.ts";
import { type BaseKey, getBase, lockBase } from "../bases/get-base.ts";

const CATEGORIES_MAX = 1_000;
/** Deeper trees are not read any more, only searched. */
const DEPTH_MAX = 8;

export type Category = {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly position: number;
  /** Of itself, without its branches. */
  readonly entries: number;
};

/** The whole tree of a base, parents and children in their order. */
export async function listCategories(tx: TransactionSql, key: BaseKey): Promise<readonly Category[]> {
  await getBase(tx, key);
  return tx<Category[]>`
    select c.id, c.parent_id as "parentId", c.name, c.position,
      (select count(*)::int from faq_entry e where e.category_id = c.id and e.deleted_at is null) as entries
    from faq_category c where c.base_id = ${key.baseId} order by c.position, c.id limit ${CATEGORIES_MAX}`;
}

type Place = { readonly parentId: string | null; readonly name: string };

export async function createCategory(
  tx: TransactionSql,
  { workspaceId, baseId, parentId, name }: BaseKey & Place,
): Promise<{ readonly categoryId: string }> {
  await lockBase(tx, { workspaceId, baseId });
  const tree = await listCategories(tx, { workspaceId, baseId });
  if (tree.length >= CATEGORIES_MAX) throw new AppError("conflict", { reason: "too_many_categories" });
  assertPlace(tree, { id: null, parentId });
  const position = tree.filter((other) => other.parentId === parentId).length;
  const [row] = await tx<{ id: string }[]>`
    insert into faq_category (base_id, workspace_id, parent_id, name, position)
    values (${baseId}, ${workspaceId}, ${parentId}, ${name}, ${position}) returning id`;
  if (!row) throw new Error("the category was not written");
  return { categoryId: row.id };
}

type CategoryKey = BaseKey & { readonly categoryId: string };

/** Renames or moves one; `position` is its place among the children of its parent. */
export async function updateCategory(
  tx: TransactionSql,
  {
    workspaceId,
    baseId,
    categoryId,
    ...change
  }: CategoryKey & Partial<Place> & { readonly position?: number },
): Promise<void> {
  await lockBase(tx, { workspaceId, baseId });
  const tree = await listCategories(tx, { workspaceId, baseId });
  const category = tree.find(({ id }) => id === categoryId);
  if (!category) throw new AppError("not_found");
  const { name = category.name, parentId = category.parentId } = change;
  assertPlace(tree, { id: categoryId, parentId });
  const siblings = tree.filter((other) => other.parentId === parentId && other.id !== categoryId);
  const position = Math.min(change.position ?? category.position, siblings.length);
  const ids = [...siblings.slice(0, position), category, ...siblings.slice(position)].map(({ id }) => id);
  await tx`update faq_category set name = ${name}, parent_id = ${parentId} where id = ${categoryId}`;
  await tx`update faq_category c set position = o.n - 1
    from unnest(${ids}::uuid[]) with ordinality as o(id, n) where c.id = o.id`;
}

/** Its branches go with it; the entries in them stay, without a category. */
export async function deleteCategory(
  tx: TransactionSql,
  { workspaceId, baseId, categoryId }: CategoryKey,
): Promise<void> {
  await lockBase(tx, { workspaceId, baseId });
  const [gone] = await tx`
    delete from faq_category where id = ${categoryId} and base_id = ${baseId} and workspace_id = ${workspaceId} returning id`;
  if (!gone) throw new AppError("not_found");
}

/** A branch that hangs under itself would never be seen again. */
function assertPlace(
  tree: readonly Category[],
  { id, parentId }: { readonly id: string | null; readonly parentId: string | null },
): void {
  let depth = id === null ? 1 : heightOf(tree, id);
  for (let at = parentId; at !== null; depth += 1) {
    if (at === id) throw new AppError("conflict", { reason: "category_in_itself" });
    const parent = tree.find((category) => category.id === at);
    if (!parent) throw new AppError("not_found");
    at = parent.parentId;
  }
  if (depth > DEPTH_MAX) throw new AppError("conflict", { reason: "category_too_deep", max: DEPTH_MAX });
}

function heightOf(tree: readonly Category[], id: string): number {
  const heights = tree.filter(({ parentId }) => parentId === id).map((child) => heightOf(tree, child.id));
  return 1 + Math.max(0, ...heights);
}
