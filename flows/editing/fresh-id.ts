import type { Flow } from "../kernel/flow.ts";

/** Gives a short random id at each call; chance comes from outside, since flows/ has none. */
export type IdSource = () => string;

/** An id that nothing else in the flow has; the editor's ids for nodes, wires, notes and groups share one space. */
export function freshId(flow: Flow, newId: IdSource): string {
  return freshIds(flow, newId)();
}

/** The same for several at once: no two are equal, whatever the source gives. */
export function freshIds(flow: Flow, newId: IdSource): IdSource {
  const taken = new Set([...flow.nodes, ...flow.edges, ...flow.notes, ...flow.groups].map(({ id }) => id));
  return () => {
    const base = newId();
    let id = base;
    for (let round = 2; taken.has(id); round += 1) id = `${base}-${round}`;
    taken.add(id);
    return id;
  };
}
