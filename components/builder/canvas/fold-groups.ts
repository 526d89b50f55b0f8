import { Position } from "@xyflow/react";
import { CARD_WIDTH } from "./card-geometry.ts";
import {
  type CanvasNode,
  type CardNode,
  type Drawn,
  ENTRY_HANDLE,
  type FoldedNode,
  type GroupNode,
  type Wire,
} from "./to-react-flow.ts";

/*
 * Draws a folded group as one card in the place of its members, after the bridge has drawn them all (B1 and B2 hold here too).
 * F1. Members stay in the picture, hidden: whoever asks for their boxes (layout, alignment, a drag of the group) still gets them.
 * F2. Wires that lead in or out hang on the card; those between members are gone until it is unfolded. None can be led elsewhere
 *     from there: the card does not say on which of its members a wire would land.
 */
export const FOLDED_SIZE = { width: CARD_WIDTH, height: 64 };
const EXIT_HANDLE = "exit";

type Fold = (drawn: Drawn, folded: ReadonlySet<string>) => Drawn;

/** Keeps what it drew last, to hand out the same objects again. One for each canvas. */
export function createFolder(): Fold {
  const hidden = new WeakMap<CardNode, CardNode>();
  const cards = new WeakMap<GroupNode["data"]["group"], FoldedNode>();
  const led = new WeakMap<Wire, Wire>();

  function hide(node: CardNode): CardNode {
    const shown = hidden.get(node) ?? { ...node, hidden: true };
    hidden.set(node, shown);
    return shown;
  }

  function toCard(frame: GroupNode, places: Places): FoldedNode {
    const known = cards.get(frame.data.group);
    const card = toFoldedCard(frame, places);
    const isSame =
      known?.position.x === card.position.x &&
      known.position.y === card.position.y &&
      known.data.count === card.data.count;
    if (isSame) return known;
    cards.set(frame.data.group, card);
    return card;
  }

  function lead(wire: Wire, ends: Ends): Wire {
    const known = led.get(wire);
    const next = toLed(wire, ends);
    if (known?.source === next.source && known.target === next.target) return known;
    led.set(wire, next);
    return next;
  }

  return (drawn, folded) => {
    const homes = listHomes(drawn.nodes, folded);
    if (homes.size === 0) return drawn;
    const places = new Map(drawn.nodes.map((node) => [node.id, node.position]));
    const nodes = drawn.nodes.map((node): CanvasNode => {
      if (node.type === "card") return homes.has(node.id) ? hide(node) : node;
      return node.type === "frame" && folded.has(node.data.group.id) ? toCard(node, places) : node;
    });
    const edges = drawn.edges.flatMap((wire): readonly Wire[] => {
      const [from, to] = [homes.get(wire.source), homes.get(wire.target)];
      if (from === undefined && to === undefined) return [wire];
      return from === to ? [] : [lead(wire, { from, to })];
    });
    return { nodes, edges };
  };
}

type Place = { readonly x: number; readonly y: number };
type Places = ReadonlyMap<string, Place>;
/** Drawn ids of the folded groups in which a wire begins and ends. */
type Ends = { readonly from: string | undefined; readonly to: string | undefined };

/** Drawn id of the folded group that each hidden node lies in. */
function listHomes(nodes: readonly CanvasNode[], folded: ReadonlySet<string>): ReadonlyMap<string, string> {
  const groups = nodes.flatMap((node) =>
    node.type === "frame" && folded.has(node.data.group.id) ? [node] : [],
  );
  return new Map(groups.flatMap(({ id, data }) => data.group.nodes.map((nodeId) => [nodeId, id] as const)));
}

function toFoldedCard(frame: GroupNode, places: Places): FoldedNode {
  const { group } = frame.data;
  const members = group.nodes.flatMap((id) => places.get(id) ?? []);
  const { width, height } = FOLDED_SIZE;
  const port = { y: height / 2, width: 0, height: 0 };
  return {
    id: frame.id,
    type: "folded",
    position: toFoldedPlace(members),
    data: { group, count: members.length },
    width,
    height,
    measured: { width, height },
    handles: [
      { id: ENTRY_HANDLE, type: "target", position: Position.Left, x: 0, ...port },
      { id: EXIT_HANDLE, type: "source", position: Position.Right, x: width, ...port },
    ],
  };
}

/** The card lies where the leftmost member is: that is where talks come in. */
export function toFoldedPlace(members: readonly Place[]): Place {
  return members.reduce((first, place) =>
    place.x < first.x || (place.x === first.x && place.y < first.y) ? place : first,
  );
}

function toLed(wire: Wire, { from, to }: Ends): Wire {
  return {
    ...wire,
    ...(from === undefined ? {} : { source: from, sourceHandle: EXIT_HANDLE }),
    ...(to === undefined ? {} : { target: to }),
    ...(wire.data === undefined ? {} : { data: { ...wire.data, isLed: true } }),
  };
}
