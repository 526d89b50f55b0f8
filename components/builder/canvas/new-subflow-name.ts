import type { Bundle } from "#flows/kernel/flow.ts";

/** An id that is free, and a name with the same number for people to begin with. */
export function newSubflowName(
  { subflows }: Pick<Bundle, "subflows">,
  nameOf: (count: number) => string,
): { readonly id: string; readonly title: string } {
  const titles = new Set(Object.values(subflows).map(({ title }) => title));
  for (let count = Object.keys(subflows).length + 1; ; count += 1) {
    const [id, title] = [`subflow-${count}`, nameOf(count)];
    if (!Object.hasOwn(subflows, id) && !titles.has(title)) return { id, title };
  }
}
