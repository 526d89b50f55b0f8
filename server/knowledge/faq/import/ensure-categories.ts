import type { TransactionSql } from "postgres";
import type { BaseKey } from "../../bases/get-base.ts";
import { createCategory, listCategories } from "../categories.ts";

type Wanted = BaseKey & { readonly paths: readonly (readonly string[])[] };

/** Makes the categories that paths name and that are not there yet. Answers with the id of a path; null for none. */
export async function ensureCategories(
  tx: TransactionSql,
  { workspaceId, baseId, paths }: Wanted,
): Promise<(path: readonly string[]) => string | null> {
  const tree = await listCategories(tx, { workspaceId, baseId });
  const ids = new Map(tree.map(({ id, parentId, name }) => [toKey(parentId, name), id]));
  const known = new Map<string, string | null>();
  for (const path of paths) {
    const whole = path.join("/");
    if (known.has(whole)) continue;
    let parentId: string | null = null;
    for (const name of path) {
      const key: string = toKey(parentId, name);
      const id: string =
        ids.get(key) ?? (await createCategory(tx, { workspaceId, baseId, parentId, name })).categoryId;
      ids.set(key, id);
      parentId = id;
    }
    known.set(whole, parentId);
  }
  return (path) => known.get(path.join("/")) ?? null;
}

const toKey = (parentId: string | null, name: string): string => `${parentId ?? ""}/${name}`;
