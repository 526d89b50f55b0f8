import type { EdgeChange, NodeChange } from "@xyflow/react";
import { useCallback, useDeferredValue, useMemo, useRef, useState } from "react";
import { usePreferences } from "#components/i18n/preferences.ts";
import type { Bundle } from "#flows/kernel/flow.ts";
import { useBuilder, useBuilderStore } from "../store/builder-context.ts";
import type { BuilderStore, Selection } from "../store/builder-store.ts";
import type { HistoryEntry } from "../store/history.ts";
import { createFolder, toFoldedPlace } from "./fold-groups.ts";
import { type Live, useLivePlaces } from "./live-places.ts";
import {
  type CanvasNode,
  type CardNode,
  createReactFlowBridge,
  type FoldedNode,
  type GroupNode,
  readNodeId,
  toFrame,
  type Wire,
} from "./to-react-flow.ts";
import { useFolded } from "./use-folded.ts";

/** Nodes and wires for React Flow: the document, what is selected, and where things are while they move. */
export function useCanvasElements() {
  const store = useBuilderStore();
  const locale = usePreferences((state) => state.locale);
  const bundle = useDrawnBundle();
  const flowId = useBuilder((state) => state.flowId);
  const selection = useBuilder((state) => state.selection);
  const live = useLivePlaces((state) => state.places);
  const [draw] = useState(createReactFlowBridge);
  const [fold] = useState(createFolder);
  const folded = useFolded();
  const drawn = useMemo(
    () => fold(draw(bundle, flowId, locale), folded),
    [draw, fold, bundle, flowId, locale, folded],
  );
  const shownNodes = useRef(new Map<string, ShownNode>());
  const shownEdges = useRef(new Map<string, { base: Wire; shown: Wire }>());
  const lastNodes = useRef<CanvasNode[]>([]);
  const lastEdges = useRef<Wire[]>([]);

  const nodes = useMemo(() => {
    const placed = placeFrames(drawn.nodes, live);
    const next = new Map(
      placed.map(({ node, at }) => [node.id, show(shownNodes.current.get(node.id), { node, at, selection })]),
    );
    shownNodes.current = next;
    lastNodes.current = keepList(
      lastNodes.current,
      [...next.values()].map(({ shown }) => shown),
    );
    return lastNodes.current;
  }, [drawn.nodes, live, selection]);

  const edges = useMemo(() => {
    const next = new Map(
      drawn.edges.map((base) => {
        const selected = selection.edges.has(base.id);
        const known = shownEdges.current.get(base.id);
        if (known?.base === base && (known.shown.selected ?? false) === selected)
          return [base.id, known] as const;
        return [
          base.id,
          { base, shown: selected ? { ...base, selected, reconnectable: base.data?.isLed !== true } : base },
        ] as const;
      }),
    );
    shownEdges.current = next;
    lastEdges.current = keepList(
      lastEdges.current,
      [...next.values()].map(({ shown }) => shown),
    );
    return lastEdges.current;
  }, [drawn.edges, selection]);

  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      selectNodes(store, changes);
      moveLive(changes, shownNodes.current);
    },
    [store],
  );
  const onEdgesChange = useCallback((changes: EdgeChange<Wire>[]) => selectEdges(store, changes), [store]);
  return { nodes, edges, onNodesChange, onEdgesChange };
}

/** The document to draw. While somebody types, the drawing follows a moment later, so that the letter itself is painted first. */
function useDrawnBundle(): Bundle {
  const bundle = useBuilder((state) => state.bundle);
  const isTyping = useBuilder(({ history }) => history.isOpen && isTyped(history.past.at(-1)));
  const later = useDeferredValue(bundle);
  return isTyping ? later : bundle;
}

/** What moves on the canvas itself is drawn at once. */
const isTyped = (entry: HistoryEntry | undefined): boolean =>
  entry !== undefined && entry.coalesce !== null && entry.label !== "move" && entry.label !== "note";

/** React Flow works through each new list from end to end, 700 wires a keystroke; a list that holds the same is the same. */
function keepList<Item>(known: Item[], next: Item[]): Item[] {
  const isSame = known.length === next.length && known.every((item, index) => item === next[index]);
  return isSame ? known : next;
}

type ShownNode = {
  readonly base: CanvasNode;
  readonly at: Live | undefined;
  readonly isSelected: boolean;
  readonly shown: CanvasNode;
};

function show(
  known: ShownNode | undefined,
  now: { readonly node: CanvasNode; readonly at: Live | undefined; readonly selection: Selection },
): ShownNode {
  const { node: base, at, selection } = now;
  const { type, id } = readNodeId(base.id);
  const isSelected = selection[type].has(id);
  if (known?.base === base && known.at === at && known.isSelected === isSelected) return known;
  if (at === undefined && !isSelected) return { base, at, isSelected, shown: base };
  const { position = base.position, dragging = false, width = base.width, height = base.height } = at ?? {};
  const size =
    width === undefined || height === undefined ? {} : { width, height, measured: { width, height } };
  return {
    base,
    at,
    isSelected,
    shown: { ...base, ...size, position, dragging, selected: isSelected, ...toLayer(base, isSelected) },
  };
}

/** What is selected lies on top; a frame stays behind its members all the same. */
function toLayer({ type }: CanvasNode, isSelected: boolean): { readonly zIndex?: number } {
  return isSelected && type !== "frame" ? { zIndex: 1 } : {};
}

type Placed = { readonly node: CanvasNode; readonly at: Live | undefined };

/** A frame follows its members while they move. */
function placeFrames(nodes: readonly CanvasNode[], live: ReadonlyMap<string, Live>): readonly Placed[] {
  if (live.size === 0) return nodes.map((node) => ({ node, at: undefined }));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return nodes.map((node) => {
    if (node.type === "frame") return { node, at: toLiveFrame(node, byId, live) };
    if (node.type === "folded") return { node, at: toLiveFolded(node, byId, live) };
    return { node, at: live.get(node.id) };
  });
}

function listMoving(
  { group }: GroupNode["data"],
  byId: ReadonlyMap<string, CanvasNode>,
  live: ReadonlyMap<string, Live>,
): readonly CardNode[] {
  if (!group.nodes.some((id) => live.has(id))) return [];
  return group.nodes.flatMap((id) => {
    const member = byId.get(id);
    if (member?.type !== "card") return [];
    return [{ ...member, position: live.get(id)?.position ?? member.position }];
  });
}

function toLiveFolded(
  { data }: FoldedNode,
  byId: ReadonlyMap<string, CanvasNode>,
  live: ReadonlyMap<string, Live>,
): Live | undefined {
  const members = listMoving(data, byId, live);
  return members.length === 0
    ? undefined
    : { position: toFoldedPlace(members.map(({ position }) => position)) };
}

function toLiveFrame(
  { data }: GroupNode,
  byId: ReadonlyMap<string, CanvasNode>,
  live: ReadonlyMap<string, Live>,
): Live | undefined {
  const frame = toFrame(listMoving(data, byId, live));
  if (frame === null) return undefined;
  return { position: { x: frame.x, y: frame.y }, width: frame.width, height: frame.height };
}

function moveLive(changes: readonly NodeChange<CanvasNode>[], shown: ReadonlyMap<string, ShownNode>): void {
  const { places, set } = useLivePlaces.getState();
  const next = new Map(places);
  for (const change of changes) {
    if (change.type === "position" && change.position !== undefined) {
      const node = shown.get(change.id)?.shown;
      if (isGroup(node)) moveMembers(node, change.position, { shown, changes, next });
      else
        next.set(change.id, {
          ...next.get(change.id),
          position: change.position,
          dragging: change.dragging ?? false,
        });
    }
    if (change.type === "dimensions" && change.setAttributes && change.dimensions) {
      next.set(change.id, { ...next.get(change.id), ...change.dimensions });
    }
  }
  if (next.size !== places.size || changes.some(({ type }) => type === "position" || type === "dimensions")) {
    if (next.size > 0) set(next);
  }
}

const isGroup = (node: CanvasNode | undefined): node is GroupNode | FoldedNode =>
  node?.type === "frame" || node?.type === "folded";

type Moving = {
  readonly shown: ReadonlyMap<string, ShownNode>;
  readonly changes: readonly NodeChange<CanvasNode>[];
  readonly next: Map<string, Live>;
};

/** Dragging a frame drags its members, unless they are dragged themselves. */
function moveMembers(
  frame: GroupNode | FoldedNode,
  to: { readonly x: number; readonly y: number },
  moving: Moving,
): void {
  const dx = to.x - frame.position.x;
  const dy = to.y - frame.position.y;
  for (const id of frame.data.group.nodes) {
    const member = moving.shown.get(id)?.shown;
    const isOwn = moving.changes.some((change) => change.type === "position" && change.id === id);
    if (member === undefined || isOwn) continue;
    const { x, y } = moving.next.get(id)?.position ?? member.position;
    moving.next.set(id, { position: { x: x + dx, y: y + dy } });
  }
}

function selectNodes(store: BuilderStore, changes: readonly NodeChange<CanvasNode>[]): void {
  const selects = changes.filter((change) => change.type === "select");
  if (selects.length === 0) return;
  const { selection, select } = store.getState();
  const next = {
    nodes: new Set(selection.nodes),
    notes: new Set(selection.notes),
    groups: new Set(selection.groups),
  };
  for (const { id: nodeId, selected } of selects) {
    const { type, id } = readNodeId(nodeId);
    if (selected) next[type].add(id);
    else next[type].delete(id);
  }
  select(next);
}

function selectEdges(store: BuilderStore, changes: readonly EdgeChange<Wire>[]): void {
  const selects = changes.filter((change) => change.type === "select");
  if (selects.length === 0) return;
  const { selection, select } = store.getState();
  const edges = new Set(selection.edges);
  for (const { id, selected } of selects) {
    if (selected) edges.add(id);
    else edges.delete(id);
  }
  select({ edges });
}
