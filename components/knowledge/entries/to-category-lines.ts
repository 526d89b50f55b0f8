export type CategoryLine = {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly depth: number;
  /** Names from the top down to its own. */
  readonly path: readonly string[];
  /** With all its branches, as the list counts them. */
  readonly entries: number;
};

type Category = {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly entries: number;
};

/** The tree line by line, as it is drawn: every parent right before its children. */
export function toCategoryLines(categories: readonly Category[]): readonly CategoryLine[] {
  const children = Map.groupBy(categories, ({ parentId }) => parentId);
  const walk = (parentId: string | null, path: readonly string[]): readonly CategoryLine[] =>
    (children.get(parentId) ?? []).flatMap((category) => {
      const own = [...path, category.name];
      const below = walk(category.id, own);
      const direct = below.filter((line) => line.parentId === category.id);
      const entries = direct.reduce((sum, line) => sum + line.entries, category.entries);
      const { id, name } = category;
      return [{ id, name, parentId, depth: path.length, path: own, entries }, ...below];
    });
  return walk(null, []);
}
