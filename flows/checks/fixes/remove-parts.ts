import { disconnect } from "../../editing/edits/connect.ts";
import { leaveGroups } from "../../editing/edits/remove-selection.ts";
import { findFlow, updateFlow } from "../../editing/locate.ts";
import type { Bundle, FlowEdge } from "../../kernel/flow.ts";
import type { InspectedFlow } from "../../kernel/inspect-flow.ts";
import { ERROR_PORT, MAIN_FLOW_ID, START_KIND } from "../../kernel/registry.ts";
import { listReached } from "../../kernel/validate-graph.ts";
import { inspect } from "./inspect.ts";
import type { FixMaker, QuickFix } from "./quick-fix.ts";
import { fixOpenPort } from "./wire-port.ts";

/** Nodes that nothing reaches: alone when nothing hangs on it, else all of them, so that none is left pointing at nothing. */
export const fixUnreachable: FixMaker = ({ flow, problem: { flowId, nodeId } }) => {
  const reached = listReached(flow);
  if (nodeId === null || reached === null) return [];
  const lost = flow.nodes.filter(({ node }) => !reached.has(node.id)).map(({ node }) => node.id);
  const isLoose = !isPointedAt(flow, nodeId);
  return [
    ...(isLoose
      ? [
          {
            id: "remove-node",
            label: { "zh-CN": "删除这个节点", en: "Remove this node" },
            isSafe: false,
            apply: (bundle: Bundle) => removeNodes(bundle, flowId, [nodeId]),
          },
        ]
      : []),
    ...(lost.length > 1
      ? [
          {
            id: "remove-unreachable",
            label: {
              "zh-CN": `删除所有走不到的节点（${lost.length}）`,
              en: `Remove all that nothing reaches (${lost.length})`,
            },
            isSafe: false,
            apply: (bundle: Bundle) => removeUnreachable(bundle, flowId),
          },
        ]
      : []),
  ];
};

/** A wire that does nothing. One behind which a node would be cut off is left to its author. */
export const fixDeadEdge: FixMaker = ({ bundle, flow, problem: { flowId, path } }) => {
  const edge = flow.flow.edges.find(({ id }) => path === `edges.${id}`);
  if (edge === undefined || !staysConnected(bundle, flowId, edge)) return [];
  return [toRemoval(flowId, edge)];
};

/** A wire into nothing: to somewhere else, or away with it where its exit may stay open. */
export const fixLostEdge: FixMaker = (context) => {
  const { flow, problem } = context;
  const edge = flow.flow.edges.find(({ id }) => problem.path === `edges.${id}`);
  if (edge === undefined) return [];
  return [...fixOpenPort(context), ...(mayStayOpen(flow, edge) ? [toRemoval(problem.flowId, edge)] : [])];
};

/** Two wires of one id, as a careless merge of two files leaves them. */
export const fixDuplicateEdge: FixMaker = ({ problem: { flowId } }) => [
  {
    id: "renumber-edges",
    label: { "zh-CN": "换一个编号", en: "Give it another id" },
    isSafe: true,
    apply: (bundle, newId) =>
      updateFlow(bundle, flowId, (flow) => {
        const seen = new Set<string>();
        const edges = flow.edges.map((edge) => {
          let { id } = edge;
          while (seen.has(id)) id = `${newId()}-${seen.size}`;
          seen.add(id);
          return id === edge.id ? edge : { ...edge, id };
        });
        return edges.every((edge, i) => edge === flow.edges[i]) ? flow : { ...flow, edges };
      }),
  },
];

/** A second start: it goes when nothing hangs on it alone. */
export const fixSecondStart: FixMaker = ({ bundle, problem: { flowId, nodeId } }) => {
  if (nodeId === null) return [];
  const without = inspect(removeNodes(bundle, flowId, [nodeId]), flowId);
  const before = inspect(bundle, flowId);
  if (without === null || before === null || countLost(without) > countLost(before)) return [];
  if (isPointedAt(before, nodeId)) return [];
  return [
    {
      id: "remove-node",
      label: { "zh-CN": "删除多出的开始", en: "Remove the extra start" },
      isSafe: false,
      apply: (current) => removeNodes(current, flowId, [nodeId]),
    },
  ];
};

function toRemoval(flowId: string, edge: FlowEdge): QuickFix {
  return {
    id: "remove-edge",
    label: { "zh-CN": "删除这条连线", en: "Remove this wire" },
    isSafe: true,
    apply: (bundle) => {
      const stands = findFlow(bundle, flowId)?.edges.filter(({ id }) => id === edge.id) ?? [];
      return stands.length === 1 && staysConnected(bundle, flowId, edge)
        ? disconnect(bundle, flowId, [edge.id])
        : bundle;
    },
  };
}

function staysConnected(bundle: Bundle, flowId: string, edge: FlowEdge): boolean {
  const before = inspect(bundle, flowId);
  const after = inspect(disconnect(bundle, flowId, [edge.id]), flowId);
  return before !== null && after !== null && countLost(after) <= countLost(before);
}

function countLost(flow: InspectedFlow): number {
  const reached = listReached(flow);
  return flow.nodes.filter(({ node }) => reached?.has(node.id) === false && node.disabled !== true).length;
}

function mayStayOpen(flow: InspectedFlow, { from, port }: FlowEdge): boolean {
  const source = flow.byId.get(from);
  if (source === undefined || source.node.disabled === true || source.config === null) return true;
  if (flow.edgesFrom.get(from)?.filter((edge) => edge.port === port).length !== 1) return true;
  if (!source.ports.some(({ id }) => id === port)) return true;
  if (port === ERROR_PORT && source.node.onError.mode === "port") return false;
  return flow.id !== MAIN_FLOW_ID || source.definition?.optionalPorts?.includes(port) === true;
}

function isPointedAt(flow: InspectedFlow, nodeId: string): boolean {
  const isWired = flow.flow.edges.some(({ from, to }) => to === nodeId && from !== nodeId);
  const isNamed = flow.nodes.some(
    ({ node, references }) =>
      node.id !== nodeId &&
      references.some((reference) => reference.type === "node" && reference.nodeId === nodeId),
  );
  return isWired || isNamed;
}

function removeUnreachable(bundle: Bundle, flowId: string): Bundle {
  const flow = inspect(bundle, flowId);
  const reached = flow === null ? null : listReached(flow);
  if (flow === null || reached === null) return bundle;
  return removeNodes(
    bundle,
    flowId,
    flow.nodes.map(({ node }) => node.id).filter((id) => !reached.has(id)),
  );
}

/** Their wires go with them and nothing is healed: what nothing reaches has no way through it. */
function removeNodes(bundle: Bundle, flowId: string, nodeIds: readonly string[]): Bundle {
  const gone = new Set(nodeIds);
  return updateFlow(bundle, flowId, (flow) => {
    const nodes = flow.nodes.filter(({ id }) => !gone.has(id));
    if (nodes.length === flow.nodes.length || !nodes.some(({ kind }) => kind === START_KIND)) return flow;
    return {
      ...flow,
      nodes,
      edges: flow.edges.filter(({ from, to }) => !gone.has(from) && !gone.has(to)),
      groups: leaveGroups(flow.groups, gone),
    };
  });
}
