import { addNode } from "../../editing/edits/add-node.ts";
import { connect } from "../../editing/edits/connect.ts";
import { freshId, type IdSource } from "../../editing/fresh-id.ts";
import { getFlow } from "../../editing/locate.ts";
import { type Bundle, FLOW_NODES_MAX, type FlowNode } from "../../kernel/flow.ts";
import type { InspectedFlow, InspectedNode } from "../../kernel/inspect-flow.ts";
import { START_KIND } from "../../kernel/registry.ts";
import { listReached, listTargets } from "../../kernel/validate-graph.ts";
import { EXCEPTION_PORTS } from "../../kernel/validate-node.ts";
import { inspect } from "./inspect.ts";
import type { FixContext, FixMaker, QuickFix } from "./quick-fix.ts";

type Exit = { readonly flowId: string; readonly nodeId: string; readonly port: string };
type Spot = FlowNode["position"];

const FALLBACK = "fallback";
const END = "end";
/** Room of a node on the canvas, and the gap that keeps wires readable. */
const COLUMN_PX = 340;
const ROW_PX = 180;

/** An exit that leads nowhere: to a fallback, or to an end. What went wrong or was not understood is caught first. */
export const fixOpenPort: FixMaker = (context) => {
  const exit = toExit(context);
  const source = context.flow.byId.get(exit?.nodeId ?? "");
  // A wire at a port that is not there does nothing, wherever it leads.
  if (exit === null || source?.ports.some(({ id }) => id === exit.port) !== true) return [];
  const isException = EXCEPTION_PORTS.includes(exit.port) || exit.port === "cancelled";
  const caught = toFallbackFix(context, exit, isException);
  const ended = toEndFix(context, exit);
  return isException ? [...caught, ...ended] : [...toOrphanFix(context, exit), ...ended, ...caught];
};

function toExit({ problem: { flowId, nodeId, path }, flow }: FixContext): Exit | null {
  if (nodeId === null || path === null) return null;
  if (path.startsWith("ports.")) return { flowId, nodeId, port: path.slice("ports.".length) };
  const edge = flow.flow.edges.find(({ id }) => path === `edges.${id}`);
  return edge === undefined ? null : { flowId, nodeId, port: edge.port };
}

function toFallbackFix({ flow }: FixContext, exit: Exit, isSafe: boolean): readonly QuickFix[] {
  const found = findFallback(flow, exit);
  if (found === null && !canAdd(flow, exit)) return [];
  const name = found?.label;
  return [
    {
      id: "wire-fallback",
      label:
        name === undefined
          ? { "zh-CN": "接一个兜底", en: "Add a safe fallback" }
          : { "zh-CN": `连到「${name["zh-CN"]}」`, en: `Connect to “${name.en}”` },
      isSafe,
      apply: (bundle, newId) => wireToFallback(bundle, exit, newId),
    },
  ];
}

function toEndFix({ flow }: FixContext, exit: Exit): readonly QuickFix[] {
  const found = findNearestEnd(flow, exit);
  if (found === null && !canAdd(flow, exit)) return [];
  return [
    {
      id: "wire-end",
      label:
        found === null
          ? { "zh-CN": "接一个结束", en: "Add an end" }
          : { "zh-CN": `连到「${found.label["zh-CN"]}」`, en: `Connect to “${found.label.en}”` },
      isSafe: false,
      apply: (bundle, newId) => wireToEnd(bundle, exit, newId),
    },
  ];
}

/** A node that lost its way in, or never had one, is most likely what this exit was drawn for. */
function toOrphanFix({ flow }: FixContext, exit: Exit): readonly QuickFix[] {
  const found = findOrphan(flow, exit);
  if (found === null) return [];
  return [
    {
      id: "wire-orphan",
      label: { "zh-CN": `连到「${found.label["zh-CN"]}」`, en: `Connect to “${found.label.en}”` },
      isSafe: false,
      apply: (bundle, newId) => {
        const now = inspect(bundle, exit.flowId);
        const target = now?.byId.has(exit.nodeId) ? findOrphan(now, exit) : null;
        return target === null ? bundle : wire(bundle, exit, { to: target.node.id, newId });
      },
    },
  ];
}

function wireToFallback(bundle: Bundle, exit: Exit, newId: IdSource): Bundle {
  const flow = inspect(bundle, exit.flowId);
  if (flow === null || !flow.byId.has(exit.nodeId)) return bundle;
  const found = findFallback(flow, exit);
  if (found !== null) return wire(bundle, exit, { to: found.node.id, newId });
  if (!canAdd(flow, exit)) return bundle;

  const { bundle: added, id } = addBeside(bundle, exit, { kind: FALLBACK, newId });
  const retry = findListener(flow, exit.nodeId);
  const person = findPerson(flow, exit);
  const port = (name: string): Exit => ({ flowId: exit.flowId, nodeId: id, port: name });
  const caught = wire(added, exit, { to: id, newId });
  const retried =
    retry === null
      ? wireToEnd(caught, port("retry"), newId)
      : wire(caught, port("retry"), { to: retry, newId });
  return person === null
    ? wireToEnd(retried, port("escalate"), newId)
    : wire(retried, port("escalate"), { to: person, newId });
}

function wireToEnd(bundle: Bundle, exit: Exit, newId: IdSource): Bundle {
  const flow = inspect(bundle, exit.flowId);
  if (flow === null || !flow.byId.has(exit.nodeId)) return bundle;
  const found = findNearestEnd(flow, exit);
  if (found !== null) return wire(bundle, exit, { to: found.node.id, newId });
  if (!canAdd(flow, exit)) return bundle;
  const { bundle: added, id } = addBeside(bundle, exit, { kind: END, newId });
  return wire(added, exit, { to: id, newId });
}

type Wire = { readonly to: string; readonly newId: IdSource };

function wire(bundle: Bundle, { flowId, nodeId, port }: Exit, { to, newId }: Wire): Bundle {
  const id = freshId(getFlow(bundle, flowId), newId);
  return connect(bundle, flowId, { id, from: nodeId, port, to });
}

type Addition = { readonly kind: string; readonly newId: IdSource };

function addBeside(bundle: Bundle, exit: Exit, { kind, newId }: Addition): { bundle: Bundle; id: string } {
  const flow = getFlow(bundle, exit.flowId);
  const id = freshId(flow, newId);
  const source = flow.nodes.find((node) => node.id === exit.nodeId)?.position ?? { x: 0, y: 0 };
  const position = findRoom(flow.nodes, { x: source.x + COLUMN_PX, y: source.y + ROW_PX });
  return { bundle: addNode(bundle, exit.flowId, { id, kind, position }), id };
}

function findRoom(nodes: readonly FlowNode[], spot: Spot): Spot {
  const isTaken = nodes.some(
    ({ position }) =>
      Math.abs(position.x - spot.x) < COLUMN_PX - 60 && Math.abs(position.y - spot.y) < ROW_PX - 40,
  );
  return isTaken ? findRoom(nodes, { x: spot.x, y: spot.y + ROW_PX }) : spot;
}

/** A new node behind one that nothing reaches would be one more that nothing reaches. */
function canAdd(flow: InspectedFlow, { nodeId }: Exit): boolean {
  return flow.nodes.length < FLOW_NODES_MAX - 2 && listReached(flow)?.has(nodeId) !== false;
}

function findFallback(flow: InspectedFlow, exit: Exit): InspectedNode | null {
  return findNearest(flow, exit, ({ node }) => node.kind === FALLBACK);
}

function findNearestEnd(flow: InspectedFlow, exit: Exit): InspectedNode | null {
  return findNearest(flow, exit, ({ node }) => node.kind === END);
}

function findOrphan(flow: InspectedFlow, exit: Exit): InspectedNode | null {
  const reached = listReached(flow);
  const wired = new Set(flow.flow.edges.map(({ to }) => to));
  return findNearest(flow, exit, ({ node }) => reached?.has(node.id) === false && !wired.has(node.id));
}

function findNearest(
  flow: InspectedFlow,
  { nodeId }: Exit,
  isWanted: (inspected: InspectedNode) => boolean,
): InspectedNode | null {
  const from = flow.byId.get(nodeId)?.node.position ?? { x: 0, y: 0 };
  const distance = ({ node: { position } }: InspectedNode) =>
    Math.hypot(position.x - from.x, position.y - from.y);
  const found = flow.nodes.filter((inspected) => {
    const { node, config } = inspected;
    const isUsable = config !== null && node.disabled !== true && node.kind !== START_KIND;
    return isUsable && node.id !== nodeId && isWanted(inspected) && !leadsBack(flow, node.id, nodeId);
  });
  return found.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** The node that asks again: the one itself when it waits for the customer, else the nearest on the way to it. */
function findListener(flow: InspectedFlow, nodeId: string): string | null {
  const seen = new Set([nodeId]);
  const waiting = [nodeId];
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    if (isListening(flow.byId.get(id))) return id;
    for (const { from, to } of flow.flow.edges) {
      if (to !== id || seen.has(from)) continue;
      seen.add(from);
      waiting.push(from);
    }
  }
  return null;
}

function isListening(inspected: InspectedNode | undefined): boolean {
  return inspected?.definition?.mode === "waits" && inspected.node.disabled !== true;
}

/** Where a customer comes to who asks for a person. */
function findPerson(flow: InspectedFlow, { nodeId }: Exit): string | null {
  const { to } = flow.flow.settings.repair.human;
  const isThere = to !== null && to !== nodeId && flow.byId.has(to);
  return isThere && !leadsBack(flow, to, nodeId) ? to : null;
}

/** Whether a walk from one node comes to another without stopping for the customer: a wire between them could turn for ever. */
function leadsBack(flow: InspectedFlow, from: string, to: string): boolean {
  if (isListening(flow.byId.get(to))) return false;
  const seen = new Set([from]);
  const waiting = [from];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (id === to) return true;
    if (isListening(flow.byId.get(id))) continue;
    for (const target of listTargets(flow, id, () => true)) {
      if (seen.has(target)) continue;
      seen.add(target);
      waiting.push(target);
    }
  }
  return false;
}
