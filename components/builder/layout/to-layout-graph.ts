import type { ElkExtendedEdge, ElkNode } from "elkjs/lib/elk-api.js";
import type { Box, Point } from "#flows/editing/edits/move-nodes.ts";
import type { Flow } from "#flows/kernel/flow.ts";
import { listLayoutEdges } from "./list-layout-edges.ts";

export type PortPlace = { readonly id: string; readonly y: number };

export type LayoutInput = {
  boxOf(nodeId: string): Box | null;
  /** Ports of a node from top to bottom, so that wires do not cross without need. */
  portsOf(nodeId: string): readonly PortPlace[];
  /** Lays out these only; null for all. */
  readonly only: ReadonlySet<string> | null;
};

const LAYERS_GAP = "96";
const NODES_GAP = "36";

/** From so many nodes on, wires are untangled in one go: two more took as long again and came to the same drawing. */
const LARGE_FROM = 150;

const OPTIONS = {
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.layered.spacing.nodeNodeBetweenLayers": LAYERS_GAP,
  "elk.spacing.nodeNode": NODES_GAP,
  "elk.layered.spacing.edgeNodeBetweenLayers": "24",
  "elk.spacing.edgeNode": "16",
  "elk.spacing.componentComponent": "72",
  "elk.layered.cycleBreaking.strategy": "DEPTH_FIRST",
  "elk.layered.nodePlacement.strategy": "BRANDES_KOEPF",
  "elk.layered.nodePlacement.bk.fixedAlignment": "BALANCED",
  "elk.layered.crossingMinimization.greedySwitch.type": "OFF",
  "elk.layered.considerModelOrder.strategy": "PREFER_NODES",
  // Wires are drawn by us; working out their bends would be most of the time.
  "elk.edgeRouting": "UNDEFINED",
};

/** The flow as the layout sees it: boxes, ports at fixed heights, wires between them. */
export function toLayoutGraph(flow: Flow, { boxOf, portsOf, only }: LayoutInput): ElkNode {
  const wanted = flow.nodes.filter(({ id }) => only === null || only.has(id));
  const known = new Set(wanted.map(({ id }) => id));
  const children = wanted.flatMap(({ id }): readonly ElkNode[] => {
    const box = boxOf(id);
    if (box === null) return [];
    return [
      {
        id,
        width: box.width,
        height: box.height,
        ports: toPorts(id, box, portsOf(id)),
        layoutOptions: FIXED,
      },
    ];
  });
  const ports = new Set(children.flatMap((child) => child.ports?.map(({ id }) => id) ?? []));
  const inner = flow.edges.filter(({ from, to }) => known.has(from) && known.has(to));
  const edges = listLayoutEdges({ nodes: wanted, edges: inner }).map(
    ({ id, from, port, to }): ElkExtendedEdge => {
      const source = toPortId(from, port);
      return { id, sources: [ports.has(source) ? source : from], targets: [toEntryId(to)] };
    },
  );
  const thoroughness = children.length > LARGE_FROM ? "1" : "3";
  return {
    id: "flow",
    layoutOptions: { ...OPTIONS, "elk.layered.thoroughness": thoroughness },
    children,
    edges,
  };
}

/** New places by node id. A part of a flow stays where its top left corner was. */
export function readLayout(
  flow: Flow,
  laidOut: ElkNode,
  only: ReadonlySet<string> | null,
): ReadonlyMap<string, Point> {
  const children = laidOut.children ?? [];
  const before = flow.nodes.filter(({ id }) => children.some((child) => child.id === id));
  const left = only === null ? 0 : Math.min(...before.map(({ position }) => position.x));
  const top = only === null ? 0 : Math.min(...before.map(({ position }) => position.y));
  const dx = left - Math.min(...children.map(({ x = 0 }) => x));
  const dy = top - Math.min(...children.map(({ y = 0 }) => y));
  return new Map(children.map(({ id, x = 0, y = 0 }) => [id, { x: snap(x + dx), y: snap(y + dy) }]));
}

const GRID_PX = 4;
const snap = (value: number): number => Math.round(value / GRID_PX) * GRID_PX;

const FIXED = { "elk.portConstraints": "FIXED_POS" };
const toPortId = (nodeId: string, port: string): string => `${nodeId}/${port}`;
const toEntryId = (nodeId: string): string => `${nodeId}//entry`;
const ENTRY_Y = 20;

function toPorts(nodeId: string, box: Box, ports: readonly PortPlace[]): NonNullable<ElkNode["ports"]> {
  return [
    {
      id: toEntryId(nodeId),
      x: 0,
      y: ENTRY_Y,
      width: 0,
      height: 0,
      layoutOptions: { "elk.port.side": "WEST" },
    },
    ...ports.map(({ id, y }) => ({
      id: toPortId(nodeId, id),
      x: box.width,
      y,
      width: 0,
      height: 0,
      layoutOptions: { "elk.port.side": "EAST" },
    })),
  ];
}
