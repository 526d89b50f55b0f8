import { type InspectedFlow, type InspectedNode, toPortLabel } from "../kernel/inspect-flow.ts";
import { type Problem, toProblem } from "../kernel/problem.ts";
import { listTargets } from "../kernel/validate-graph.ts";

/** Exits that no message leads to, and those behind which what was said is still to be looked at. */
const UNHEARD_PORTS = ["timeout"];
const UNSPENT_PORTS = ["invalid", "other", "none", "cancelled"];

/** Ways through one flow that are looked at; a flow with more of them is told of what was found until then. */
const WAYS_MAX = 5_000;

/** Where a message has come to: what of it was said to whom, and the exit it left by. */
type Way = {
  readonly nodeId: string;
  readonly from: InspectedNode;
  readonly port: string;
  /** Nodes that have looked at the message; null once a question has taken it as its answer. */
  readonly looked: readonly string[] | null;
};

/**
 * Wires on which a customer who has just said something reads nothing of the author's, only the engine's word that there is no answer:
 * a search behind a question (the answer is taken, the search sees nothing), or a circle back to a node that has looked already.
 */
export function checkSilence(flow: InspectedFlow): readonly Problem[] {
  const found = new Map<string, Problem>();
  const seen = new Set<string>();
  const ways = listHeard(flow).flatMap((node) => leave(flow, node, looksFrom(node)));
  for (let way = ways.pop(); way !== undefined && seen.size < WAYS_MAX; way = ways.pop()) {
    const key = JSON.stringify([way.nodeId, way.from.node.id, way.port, way.looked]);
    const node = flow.byId.get(way.nodeId);
    if (node === undefined || node.node.disabled === true || seen.has(key)) continue;
    seen.add(key);
    const next = follow(flow, way, node);
    if (next !== "waits") ways.push(...next);
    else found.set(`${way.from.node.id} ${way.port} ${way.nodeId}`, toSilence(flow, way, node));
  }
  return [...found.values()];
}

/** Where a message goes on from a node in silence; nowhere when something is said there. */
function follow(flow: InspectedFlow, way: Way, node: InspectedNode): readonly Way[] | "waits" {
  const { looked, nodeId } = way;
  if (isPassedInSilence(node))
    return listTargets(flow, nodeId, () => true).map((to) => ({ ...way, nodeId: to }));
  if (!isUnderstanding(node)) return [];
  if (looked !== null && !looked.includes(nodeId)) return leave(flow, node, [...looked, nodeId].sort());
  return waitsSilently(node) ? "waits" : [];
}

function toSilence(flow: InspectedFlow, { from, port, looked }: Way, { label }: InspectedNode): Problem {
  return toProblem(
    looked === null ? "silent_after_question" : "silent_circle",
    { flowId: flow.id, nodeId: from.node.id, severity: "warning" },
    { from: from.label, port: toPortLabel(from, port), node: label },
  );
}

/** Exits of a node by which it leaves without having said a word. */
function leave(flow: InspectedFlow, from: InspectedNode, looked: Way["looked"]): readonly Way[] {
  const left = [...UNHEARD_PORTS, ...listSpoken(from), ...(looked === null ? UNSPENT_PORTS : [])];
  return (flow.edgesFrom.get(from.node.id) ?? [])
    .filter(({ port }) => !left.includes(port))
    .map(({ to, port }) => ({ nodeId: to, from, port, looked }));
}

const looksFrom = (inspected: InspectedNode): Way["looked"] =>
  isUnderstanding(inspected) ? [inspected.node.id] : null;

/** Where a customer's message comes in. A pause hears them too, and says nothing of it. */
function listHeard(flow: InspectedFlow): readonly InspectedNode[] {
  const { fallback, repair } = flow.flow.settings;
  const entered = new Set([fallback.to, repair.human.to, repair.cancel.to]);
  for (const inspected of flow.nodes) {
    for (const { port, to } of flow.edgesFrom.get(inspected.node.id) ?? []) {
      // What only another search leads to has the message already, and never waits for one.
      if (!isUnderstanding(inspected) || listSpoken(inspected).includes(port)) entered.add(to);
    }
  }
  return flow.nodes.filter(
    ({ node, definition }) =>
      node.disabled !== true &&
      definition?.mode === "waits" &&
      definition.says !== undefined &&
      (definition.needsWords === undefined || entered.has(node.id)),
  );
}

const listSpoken = ({ definition, config }: InspectedNode): readonly string[] =>
  config === null ? [] : (definition?.answersAt?.(config.parsed) ?? []);

const isUnderstanding = ({ definition }: InspectedNode): boolean => definition?.needsWords !== undefined;

const waitsSilently = ({ definition, config }: InspectedNode): boolean =>
  config !== null &&
  definition?.needsWords?.(config.parsed) === true &&
  (definition.says?.(config.parsed) ?? []).length === 0;

/** Only kinds that never say anything: of the others nobody knows without running them. */
const isPassedInSilence = ({ definition, references }: InspectedNode): boolean =>
  definition?.mode === "inline" &&
  definition.says === undefined &&
  !references.some(({ type }) => type === "flow");
