import { type Edge, type Node, type NodeHandle, Position } from "@xyflow/react";
import { inspect } from "#flows/editing/inspect.ts";
import type { Bundle, Flow, FlowEdge, FlowNode } from "#flows/kernel/flow.ts";
import { nameFlow } from "#flows/kernel/name-flow.ts";
import { MAIN_FLOW_ID } from "#flows/kernel/registry.ts";
import type { Locale } from "#flows/kernel/text.ts";
import type { CardNames } from "./card-field.ts";
import { type CardGeometry, toGeometry } from "./card-geometry.ts";
import { canvasMessages } from "./messages.ts";
import { type Card, toCard } from "./to-card.ts";

/*
 * The only bridge from our document to React Flow's objects, and it goes one way.
 * B1. Pure: the same document gives the same picture.
 * B2. What did not change keeps its identity, so one changed node draws one component again.
 * B3. Sizes and handles are worked out here, never measured: nodes off the screen are placed rightly without being drawn.
 */

export type CardNode = Node<{ readonly card: Card; readonly geometry: CardGeometry }, "card">;
export type NoteNode = Node<{ readonly note: Flow["notes"][number] }, "note">;
export type GroupNode = Node<{ readonly group: Flow["groups"][number] }, "frame">;
/** A group whose members are put away (see `fold-groups.ts`). */
export type FoldedNode = Node<{ readonly group: Flow["groups"][number]; readonly count: number }, "folded">;
export type CanvasNode = CardNode | NoteNode | GroupNode | FoldedNode;
export type Wire = Edge<
  {
    readonly label: string;
    readonly name: string;
    readonly look: "plain" | "error" | "off";
    /** Hangs on a folded group instead of on one of its members. */
    readonly isLed?: boolean;
  },
  "wire"
>;

export const ENTRY_HANDLE = "entry";
export const NOTE_SIZE = { width: 208, height: 112 };
export const GROUP_PADDING = 20;
export const GROUP_TITLE_HEIGHT = 32;

const toNoteNodeId = (id: string): string => `note:${id}`;
const toGroupNodeId = (id: string): string => `group:${id}`;

/** What a React Flow id stands for in our document. */
export function readNodeId(id: string): { readonly type: "nodes" | "notes" | "groups"; readonly id: string } {
  if (id.startsWith("note:")) return { type: "notes", id: id.slice("note:".length) };
  if (id.startsWith("group:")) return { type: "groups", id: id.slice("group:".length) };
  return { type: "nodes", id };
}

export type Drawn = { readonly nodes: readonly CanvasNode[]; readonly edges: readonly Wire[] };

/** Keeps what it drew last, to hand out the same objects again. One for each canvas. */
export function createReactFlowBridge(): (bundle: Bundle, flowId: string, locale: Locale) => Drawn {
  let cards = new Map<string, CardNode>();
  let wires = new Map<string, Wire>();
  const notes = new WeakMap<Flow["notes"][number], NoteNode>();
  const toKnownCard = memoizeCards();
  return (bundle, flowId, locale) => {
    const flow = flowId === MAIN_FLOW_ID ? bundle.flow : bundle.subflows[flowId];
    if (flow === undefined) return { nodes: [], edges: [] };
    const wired = listWiredPorts(flow.edges);
    const names = toNames(bundle, flow, locale);
    const drawn = flow.nodes.map((node) => {
      const card = toKnownCard(node, { locale, names, wired: wired.get(node.id) ?? [] });
      return toCardNode(node, card, cards.get(node.id));
    });
    cards = new Map(drawn.map((node) => [node.id, node]));
    const edges = flow.edges.flatMap((edge) => toWire(edge, { cards, locale, known: wires.get(edge.id) }));
    wires = new Map(edges.map((edge) => [edge.id, edge]));
    const groups = flow.groups.flatMap((group) => toGroupNode(group, cards));
    return { nodes: [...groups, ...flow.notes.map((note) => toNoteNode(note, notes)), ...drawn], edges };
  };
}

/** A card is worked out again when its node changed, or when it names something else of the document. */
function memoizeCards(): typeof toCard {
  const known = new WeakMap<FlowNode, { readonly key: string; readonly card: Card }>();
  return (node, context) => {
    const key = `${context.locale} ${context.wired.join(" ")}`;
    const found = known.get(node);
    if (found?.key === key) return found.card;
    const card = toCard(node, context);
    if (!namesOthers(node)) known.set(node, { key, card });
    return card;
  };
}

const namesOthers = (node: FlowNode): boolean =>
  inspect(node).references.some(({ type }) => type === "node" || type === "flow" || type === "faq-set");

function toCardNode(node: FlowNode, card: Card, known: CardNode | undefined): CardNode {
  const isSameCard = known !== undefined && isEqual(known.data.card, card);
  const { x, y } = node.position;
  if (isSameCard && known.position.x === x && known.position.y === y) return known;
  const data = isSameCard ? known.data : { card, geometry: toGeometry(card) };
  return {
    id: node.id,
    type: "card",
    position: { x, y },
    data,
    ...toFixedSize(data.geometry),
    handles: isSameCard && known.handles !== undefined ? known.handles : toHandles(card, data.geometry),
  };
}

const isEqual = (a: Card, b: Card): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Given as measured, React Flow never waits for a node to be drawn. */
function toFixedSize({ width, height }: { readonly width: number; readonly height: number }) {
  return { width, height, measured: { width, height } };
}

function toHandles(card: Card, geometry: CardGeometry): NodeHandle[] {
  const sources = card.ports.map(
    ({ id }): NodeHandle => ({
      id,
      type: "source",
      position: Position.Right,
      x: geometry.width,
      y: geometry.portY.get(id) ?? geometry.entryY,
      width: 0,
      height: 0,
    }),
  );
  const entry: NodeHandle = {
    id: ENTRY_HANDLE,
    type: "target",
    position: Position.Left,
    x: 0,
    y: geometry.entryY,
    width: 0,
    height: 0,
  };
  return card.hasEntry ? [entry, ...sources] : sources;
}

function toWire(
  edge: FlowEdge,
  context: {
    readonly cards: ReadonlyMap<string, CardNode>;
    readonly locale: Locale;
    readonly known: Wire | undefined;
  },
): readonly Wire[] {
  const from = context.cards.get(edge.from)?.data.card;
  const to = context.cards.get(edge.to)?.data.card;
  const port = from?.ports.find(({ id }) => id === edge.port);
  // A wire into nothing cannot be drawn; the checks name it.
  if (from === undefined || to === undefined || port === undefined || !to.hasEntry) return [];
  const label = canvasMessages[context.locale].wire.label(from.title, port.label, to.title);
  const look = port.look === "plain" ? (from.isDisabled ? "off" : "plain") : "error";
  const { known } = context;
  const isSame =
    known?.source === edge.from &&
    known.sourceHandle === edge.port &&
    known.target === edge.to &&
    known.data?.label === label &&
    known.data.look === look;
  if (isSame) return [known];
  return [
    {
      id: edge.id,
      type: "wire",
      source: edge.from,
      sourceHandle: edge.port,
      target: edge.to,
      targetHandle: ENTRY_HANDLE,
      ariaLabel: label,
      data: { label, name: port.label, look },
    },
  ];
}

function toNoteNode(note: Flow["notes"][number], known: WeakMap<object, NoteNode>): NoteNode {
  const found = known.get(note);
  if (found !== undefined) return found;
  const { width = NOTE_SIZE.width, height = NOTE_SIZE.height } = note;
  const drawn: NoteNode = {
    id: toNoteNodeId(note.id),
    type: "note",
    position: note.position,
    data: { note },
    ...toFixedSize({ width, height }),
    handles: [],
    zIndex: -1,
  };
  known.set(note, drawn);
  return drawn;
}

/** A frame has no place of its own: it lies around its members, wherever they go. */
function toGroupNode(
  group: Flow["groups"][number],
  cards: ReadonlyMap<string, CardNode>,
): readonly GroupNode[] {
  const box = toFrame(group.nodes.flatMap((id) => cards.get(id) ?? []));
  if (box === null) return [];
  const { x, y, width, height } = box;
  return [
    {
      id: toGroupNodeId(group.id),
      type: "frame",
      position: { x, y },
      data: { group },
      ...toFixedSize({ width, height }),
      handles: [],
      zIndex: -2,
    },
  ];
}

type Sized = Pick<CardNode, "position" | "width" | "height">;
export type Frame = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export function toFrame(members: readonly Sized[]): Frame | null {
  if (members.length === 0) return null;
  const left = Math.min(...members.map(({ position }) => position.x)) - GROUP_PADDING;
  const top = Math.min(...members.map(({ position }) => position.y)) - GROUP_PADDING - GROUP_TITLE_HEIGHT;
  const right = Math.max(...members.map(({ position, width = 0 }) => position.x + width)) + GROUP_PADDING;
  const bottom = Math.max(...members.map(({ position, height = 0 }) => position.y + height)) + GROUP_PADDING;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function listWiredPorts(edges: readonly FlowEdge[]): ReadonlyMap<string, readonly string[]> {
  const wired = new Map<string, string[]>();
  for (const { from, port } of edges) {
    const known = wired.get(from);
    if (known === undefined) wired.set(from, [port]);
    else known.push(port);
  }
  return wired;
}

function toNames(bundle: Bundle, flow: Flow, locale: Locale): CardNames {
  const nodes = new Map(flow.nodes.map((node) => [node.id, node]));
  return {
    faqSet: (id) => {
      const set = Object.hasOwn(bundle.faqSets, id) ? bundle.faqSets[id] : undefined;
      return set === undefined ? null : { name: set.name, count: set.entries.length };
    },
    node: (id) => {
      const node = nodes.get(id);
      return node === undefined ? null : inspect(node).label[locale];
    },
    flow: (id) => (Object.hasOwn(bundle.subflows, id) ? nameFlow(bundle, id) : null),
  };
}
