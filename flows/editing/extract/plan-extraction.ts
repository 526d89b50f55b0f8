import type { Flow, FlowEdge, FlowNode } from "../../kernel/flow.ts";
import { START_KIND } from "../../kernel/registry.ts";
import { inspect } from "../inspect.ts";

/** The kind that closes a flow: in a called flow it would only lead back, so it stays where it is. */
export const END_KIND = "end";

/** Why nodes cannot become a flow of their own. */
export type ExtractRefusal =
  | "nothing"
  | "several-entries"
  | "no-entry"
  | "jumped-into"
  | "jumps-out"
  | "too-much";

export type Refused = {
  readonly isRefused: true;
  readonly reason: ExtractRefusal;
  /** The nodes that are in the way. */
  readonly nodes: readonly string[];
};

export type Plan = {
  readonly isRefused: false;
  readonly inside: ReadonlySet<string>;
  readonly entry: string;
  readonly incoming: readonly FlowEdge[];
  /** By the node outside to which wires lead, in the order of the document. */
  readonly exits: ReadonlyMap<string, readonly FlowEdge[]>;
  /** Whether some port inside leads nowhere. In a called flow that means to return. */
  readonly hasOpenPort: boolean;
};

/** What would move into a flow of its own, where it is entered and where it leads. The start and ends of a flow stay. */
export function planExtraction(flow: Flow, marked: Iterable<string>): Plan | Refused {
  const wanted = new Set(marked);
  const nodes = flow.nodes.filter(
    ({ id, kind }) => wanted.has(id) && kind !== START_KIND && kind !== END_KIND,
  );
  if (nodes.length === 0) return refuse("nothing");
  const inside = new Set(nodes.map(({ id }) => id));

  const incoming = flow.edges.filter(({ from, to }) => !inside.has(from) && inside.has(to));
  const entries = [...new Set(incoming.map(({ to }) => to))];
  if (entries.length > 1) return refuse("several-entries", entries);
  const entry = entries[0] ?? findFirst(flow, inside);
  if (entry === null) return refuse("no-entry");

  const jumpedInto = listAims(flow).filter(({ from, to }) => !inside.has(from) && inside.has(to));
  if (jumpedInto.length > 0)
    return refuse(
      "jumped-into",
      jumpedInto.map(({ to }) => to),
    );
  const jumping = listAims(flow).filter(({ from, to }) => inside.has(from) && !inside.has(to));
  if (jumping.length > 0)
    return refuse(
      "jumps-out",
      jumping.map(({ from }) => from),
    );

  const exits = new Map<string, FlowEdge[]>();
  for (const edge of flow.edges) {
    if (!inside.has(edge.from) || inside.has(edge.to)) continue;
    exits.set(edge.to, [...(exits.get(edge.to) ?? []), edge]);
  }
  return { isRefused: false, inside, entry, incoming, exits, hasOpenPort: hasOpenPort(flow, nodes) };
}

export function refuse(reason: ExtractRefusal, nodes: readonly string[] = []): Refused {
  return { isRefused: true, reason, nodes: [...new Set(nodes)] };
}

/** Nothing leads in from outside: then the one node begins to which nothing leads from inside either. */
function findFirst(flow: Flow, inside: ReadonlySet<string>): string | null {
  const reached = new Set(flow.edges.filter(({ from }) => inside.has(from)).map(({ to }) => to));
  const first = [...inside].filter((id) => !reached.has(id));
  return first.length === 1 ? (first[0] ?? null) : null;
}

/** What points at a node without a wire: jumps, and the flow's own settings (from nowhere: `""` is no node). */
function listAims({ nodes, settings }: Flow): readonly { readonly from: string; readonly to: string }[] {
  const { fallback, repair } = settings;
  const jumps = nodes.flatMap((node) =>
    inspect(node).references.flatMap((reference) =>
      reference.type === "node" ? [{ from: node.id, to: reference.nodeId }] : [],
    ),
  );
  const set = [fallback.to, repair.human.to, repair.cancel.to].flatMap((to) =>
    to === null ? [] : [{ from: "", to }],
  );
  return [...jumps, ...set];
}

function hasOpenPort(flow: Flow, nodes: readonly FlowNode[]): boolean {
  const wired = new Set(flow.edges.map(({ from, port }) => `${from}/${port}`));
  return nodes.some((node) => inspect(node).ports.some(({ id }) => !wired.has(`${node.id}/${id}`)));
}
