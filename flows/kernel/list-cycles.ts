type ListTargets = (id: string) => readonly string[];
type Visit = { readonly id: string; readonly targets: readonly string[]; next: number };

type Search = {
  readonly listTargets: ListTargets;
  readonly order: Map<string, number>;
  readonly lowest: Map<string, number>;
  readonly open: string[];
  readonly isOpen: Set<string>;
  readonly cycles: (readonly string[])[];
};

/**
 * Groups of nodes that can all reach each other (Tarjan), each in the order of a walk; a node that leads to itself is a group of
 * one. Iterative, so that 2,000 nodes in a row cannot overflow the stack.
 */
export function listCycles(ids: readonly string[], listTargets: ListTargets): readonly (readonly string[])[] {
  const search: Search = {
    listTargets,
    order: new Map(),
    lowest: new Map(),
    open: [],
    isOpen: new Set(),
    cycles: [],
  };
  for (const id of ids) {
    if (!search.order.has(id)) searchFrom(search, id);
  }
  return search.cycles;
}

function searchFrom(search: Search, root: string): void {
  const path = [begin(search, root)];
  for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
    const target = visit.targets[visit.next];
    visit.next += 1;
    if (target === undefined) {
      path.pop();
      close(search, visit, path.at(-1));
    } else if (!search.order.has(target)) path.push(begin(search, target));
    else if (search.isOpen.has(target)) lower(search, visit.id, search.order.get(target) ?? 0);
  }
}

function begin(search: Search, id: string): Visit {
  search.lowest.set(id, search.order.size);
  search.order.set(id, search.order.size);
  search.open.push(id);
  search.isOpen.add(id);
  return { id, targets: search.listTargets(id), next: 0 };
}

function lower(search: Search, id: string, to: number): void {
  search.lowest.set(id, Math.min(search.lowest.get(id) ?? to, to));
}

function close(search: Search, { id, targets }: Visit, parent: Visit | undefined): void {
  if (parent !== undefined) lower(search, parent.id, search.lowest.get(id) ?? 0);
  if (search.lowest.get(id) !== search.order.get(id)) return;
  const group = search.open.splice(search.open.lastIndexOf(id));
  for (const member of group) search.isOpen.delete(member);
  if (group.length > 1 || targets.includes(id)) search.cycles.push(group);
}
