import { BUILT_IN_VARIABLES } from "./built-in-variables.ts";
import type { FlowEdge } from "./flow.ts";
import { type InspectedFlow, toPortLabel } from "./inspect-flow.ts";
import { type Problem, toProblem } from "./problem.ts";
import { START_KIND } from "./registry.ts";

/** Ids, variables, wires and the one start. */
export function validateStructure(flow: InspectedFlow): readonly Problem[] {
  return [...checkIds(flow), ...checkVariables(flow), ...checkStart(flow), ...checkEdges(flow)];
}

function checkIds({ id: flowId, flow }: InspectedFlow): readonly Problem[] {
  return [
    ...listDoubles(flow.nodes.map(({ id }) => id)).map((id) =>
      toProblem("duplicate_node", { flowId, nodeId: id }, { id }),
    ),
    ...listDoubles(flow.edges.map(({ id }) => id)).map((id) =>
      toProblem("duplicate_edge", { flowId }, { id }),
    ),
  ];
}

function checkVariables({ id: flowId, flow }: InspectedFlow): readonly Problem[] {
  const names = flow.variables.map(({ name }) => name);
  const reserved = names.filter((name) => BUILT_IN_VARIABLES.some((builtIn) => builtIn === name));
  return [
    ...listDoubles(names).map((name) =>
      toProblem("duplicate_variable", { flowId, path: `variables.${name}` }, { name }),
    ),
    ...reserved.map((name) =>
      toProblem("reserved_variable", { flowId, path: `variables.${name}` }, { name }),
    ),
  ];
}

function checkStart({ id: flowId, flow }: InspectedFlow): readonly Problem[] {
  const starts = flow.nodes.filter(({ kind, disabled }) => kind === START_KIND && disabled !== true);
  if (starts.length === 0) return [toProblem("missing_start", { flowId })];
  return starts
    .slice(1)
    .map(({ id: nodeId }) => toProblem("several_starts", { flowId, nodeId }, { count: starts.length }));
}

function checkEdges(flow: InspectedFlow): readonly Problem[] {
  const wired = new Set<string>();
  return flow.flow.edges.flatMap((edge) => {
    const problems = checkEdge(flow, edge, wired.has(`${edge.from} ${edge.port}`));
    wired.add(`${edge.from} ${edge.port}`);
    return problems;
  });
}

function checkEdge(flow: InspectedFlow, edge: FlowEdge, isSecond: boolean): readonly Problem[] {
  const source = flow.byId.get(edge.from);
  const path = `edges.${edge.id}`;
  if (source === undefined) return [toProblem("edge_without_source", { flowId: flow.id, path })];

  const facts = { node: source.label, port: toPortLabel(source, edge.port) };
  const place = { flowId: flow.id, nodeId: edge.from, path };
  const isPortKnown = source.config === null || source.ports.some(({ id }) => id === edge.port);
  return [
    ...(flow.byId.has(edge.to) ? [] : [toProblem("edge_without_target", place, facts)]),
    ...(isPortKnown ? [] : [toProblem("edge_without_port", place, facts)]),
    ...(isSecond ? [toProblem("port_wired_twice", place, facts)] : []),
  ];
}

function listDoubles(ids: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const doubles = new Set<string>();
  for (const id of ids) (seen.has(id) ? doubles : seen).add(id);
  return [...doubles];
}
