import type { ElkNode } from "elkjs/lib/elk-api.js";
import type { Outputs } from "#components/trpc-client.ts";

export type GraphMap = Outputs["knowledge"]["graph"]["map"];
export type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

export const NODE_WIDTH = 168;
export const NODE_HEIGHT = 48;
const GAP = 24;
/** Things without a relation stand below the others, in rows of this many. */
const COLUMNS = 6;

/** What has relations, to be laid out; the rest needs no drawing of lines. */
export function toMapGraph({ nodes, edges }: GraphMap): ElkNode {
  const tied = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return {
    id: "map",
    layoutOptions: {
      "elk.algorithm": "stress",
      "elk.stress.desiredEdgeLength": "260",
      "elk.spacing.componentComponent": "60",
      "elk.spacing.nodeNode": "60",
    },
    children: nodes
      .filter(({ id }) => tied.has(id))
      .map(({ id }) => ({ id, width: NODE_WIDTH, height: NODE_HEIGHT })),
    edges: edges.map(({ id, from, to }) => ({ id, sources: [from], targets: [to] })),
  };
}

/** Places of all things: those that were laid out, and the others in rows below them. */
export function readPlaces({ nodes }: GraphMap, laid: ElkNode): Places {
  const places = new Map((laid.children ?? []).map(({ id, x = 0, y = 0 }) => [id, { x, y }] as const));
  const bottom = Math.max(0, ...[...places.values()].map(({ y }) => y + NODE_HEIGHT + 2 * GAP));
  const loose = nodes.filter(({ id }) => !places.has(id));
  for (const [index, { id }] of loose.entries())
    places.set(id, {
      x: (index % COLUMNS) * (NODE_WIDTH + GAP),
      y: bottom + Math.floor(index / COLUMNS) * (NODE_HEIGHT + GAP),
    });
  return places;
}

export type Ends = {
  readonly sourceX: number;
  readonly sourceY: number;
  readonly targetX: number;
  readonly targetY: number;
};

/** Where the line between the middles of two cards leaves the one and meets the other. */
export function toEnds(places: Places, from: string, to: string): Ends {
  const [a, b] = [toMiddle(places, from), toMiddle(places, to)];
  const [source, target] = [toBorder(a, b), toBorder(b, a)];
  return { sourceX: source.x, sourceY: source.y, targetX: target.x, targetY: target.y };
}

type Point = { readonly x: number; readonly y: number };

function toMiddle(places: Places, id: string): Point {
  const { x, y } = places.get(id) ?? { x: 0, y: 0 };
  return { x: x + NODE_WIDTH / 2, y: y + NODE_HEIGHT / 2 };
}

function toBorder(from: Point, to: Point): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const share = Math.min(
    NODE_WIDTH / 2 / Math.max(Math.abs(dx), 1),
    NODE_HEIGHT / 2 / Math.max(Math.abs(dy), 1),
    1,
  );
  return { x: from.x + dx * share, y: from.y + dy * share };
}
