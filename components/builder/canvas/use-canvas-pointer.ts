import type { Connection, Edge, FinalConnectionState, IsValidConnection, OnNodeDrag } from "@xyflow/react";
import { type DragEvent, type MouseEvent, type PointerEvent, useMemo, useRef } from "react";
import { canConnect } from "#flows/editing/edits/connect.ts";
import { canInsert } from "#flows/editing/edits/insert-on-edge.ts";
import type { Point } from "#flows/editing/edits/move-nodes.ts";
import { findNode } from "#flows/editing/locate.ts";
import { useBuilderStore } from "../store/builder-context.ts";
import { useSync } from "../store/sync-context.ts";
import { getOpenFlow, selectNodes } from "./action-context.ts";
import type { CanvasHands } from "./canvas-hands.ts";
import { useCanvasUi } from "./canvas-ui-store.ts";
import { findWireAt } from "./find-wire-at.ts";
import { finishConnection } from "./finish-connection.ts";
import { DRAG_TYPE } from "./kind-drag.ts";
import { useLivePlaces } from "./live-places.ts";
import { type CanvasNode, readNodeId, type Wire } from "./to-react-flow.ts";

/** What pointers do: drag, connect, drop, open menus. */
export function useCanvasPointer(hands: CanvasHands) {
  const store = useBuilderStore();
  const { moveCursor } = useSync();
  const pressedAt = useRef<Point>({ x: 0, y: 0 });
  const hasPulledWire = useRef(false);

  return useMemo(() => {
    const ui = useCanvasUi.getState();
    const { context, nodes, arrange } = hands;
    const insertable = (
      event: { readonly clientX: number; readonly clientY: number },
      nodeId: string | null,
    ) => {
      const edgeId = findWireAt({ x: event.clientX, y: event.clientY });
      const flow = getOpenFlow(context);
      if (edgeId === null || flow === null) return null;
      return nodeId === null || canInsert(flow, { edgeId, nodeId }) ? edgeId : null;
    };

    const onNodeDrag: OnNodeDrag<CanvasNode> = (event, node, dragged) => {
      const isAlone = dragged.length === 1 && node.type === "card";
      ui.setDropWire(isAlone ? insertable(toClient(event), node.id) : null);
    };

    const onNodeDragStop: OnNodeDrag<CanvasNode> = (_event, node, dragged) => {
      const places = listMoved();
      const wire = useCanvasUi.getState().dropWire;
      const isAlone = dragged.length === 1 && node.type === "card";
      if (!(wire !== null && isAlone && nodes.dropOnWire(node.id, wire, places.nodes))) arrange.move(places);
      useLivePlaces.getState().clear();
      ui.setDropWire(null);
    };

    const onConnectEnd = (event: globalThis.MouseEvent | TouchEvent, connection: FinalConnectionState) =>
      finishConnection(hands, connection, { screen: toScreenPoint(event), pressedAt: pressedAt.current });

    return {
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes(DRAG_TYPE)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = "copy";
        ui.setDropWire(insertable(event, null));
      },
      onDrop: (event: DragEvent) => {
        const kind = event.dataTransfer.getData(DRAG_TYPE);
        if (kind === "") return;
        event.preventDefault();
        const point = context.toFlowPoint({ x: event.clientX, y: event.clientY });
        const at = { x: point.x - 124, y: point.y - 20 };
        const wire = useCanvasUi.getState().dropWire;
        ui.setDropWire(null);
        if (wire === null) nodes.addKind(kind, at);
        else nodes.insertKind(kind, wire, at);
      },
      onPointerDown: () => {
        hasPulledWire.current = false;
      },
      onPointerMove: (event: PointerEvent) => {
        if (store.getState().people.length === 0) return;
        moveCursor(context.toFlowPoint({ x: event.clientX, y: event.clientY }));
      },
      onPointerLeave: () => moveCursor(null),
      handlers: {
        onNodeDrag,
        onNodeDragStop,
        onSelectionDragStop: () => {
          arrange.move(listMoved());
          useLivePlaces.getState().clear();
        },
        onConnectStart: (event: globalThis.MouseEvent | TouchEvent) => {
          pressedAt.current = toScreenPoint(event);
          hasPulledWire.current = true;
        },
        onConnect: ({ source, sourceHandle, target }: Connection) => {
          if (sourceHandle !== null) nodes.connect(source, sourceHandle, target);
        },
        onConnectEnd,
        onReconnect: (wire: Wire, { source, sourceHandle, target }: Connection) => {
          if (sourceHandle !== null)
            nodes.reconnect(wire.id, { from: source, port: sourceHandle, to: target });
        },
        isValidConnection: (({ source, target }: Edge | Connection) => {
          const flow = getOpenFlow(context);
          return flow !== null && canConnect(flow, { from: source, to: target });
        }) satisfies IsValidConnection,
        onNodeClick: (event: MouseEvent, node: CanvasNode) => {
          if (node.type === "card" && !hasPulledWire.current && isPlainClick(event)) openForm(node.id);
        },
        onNodeDoubleClick: (_event: MouseEvent, node: CanvasNode) => openNode(node),
        onPaneClick: (event: MouseEvent) => {
          const { panel, selection, setPanel } = store.getState();
          // The second half of a double click on a node that has glided away is not meant for the canvas.
          const isLate = event.detail > 1;
          if (panel === "inspector" && selection.nodes.size > 0 && !isLate) setPanel(null);
        },
        onNodeContextMenu: (event: MouseEvent, node: CanvasNode) => {
          event.preventDefault();
          if (node.type !== "card") return;
          const state = store.getState();
          if (!state.selection.nodes.has(node.id)) selectNodes(state, [node.id]);
          ui.open({ type: "node-menu", nodeId: node.id, screen: { x: event.clientX, y: event.clientY } });
        },
        onPaneContextMenu: (event: MouseEvent | globalThis.MouseEvent) => {
          event.preventDefault();
          const screen = { x: event.clientX, y: event.clientY };
          ui.open({ type: "pane-menu", screen, at: context.toFlowPoint(screen) });
        },
        onEdgeMouseEnter: (_event: MouseEvent, wire: Wire) => ui.hoverWire(wire.id),
        onEdgeMouseLeave: () => ui.hoverWire(null),
      },
    };

    /** A single click leaves a panel that is about the selected node open. */
    function openForm(nodeId: string): void {
      const state = store.getState();
      if (state.panel === "comments") selectNodes(state, [nodeId]);
      else hands.openNode(nodeId);
    }

    function openNode(node: CanvasNode): void {
      if (node.type === "folded") arrange.fold(node.data.group.id, false);
      if (node.type !== "card") return;
      const { bundle, flowId, openFlow } = store.getState();
      const target = findNode(bundle, { flowId, nodeId: node.id })?.config.flowId;
      if (node.data.card.kind === "subflow" && typeof target === "string" && target !== "") openFlow(target);
      else hands.openNode(node.id);
    }
  }, [hands, store, moveCursor]);
}

/** On the card itself, not on a port of it or on something that it has opened; with a key held down the click selects. */
function isPlainClick({ target, currentTarget, shiftKey, ctrlKey, metaKey }: MouseEvent): boolean {
  if (shiftKey || ctrlKey || metaKey || !(target instanceof Element)) return false;
  return currentTarget.contains(target) && target.closest(".react-flow__handle") === null;
}

function listMoved() {
  const nodes = new Map<string, Point>();
  const notes = new Map<string, Point>();
  for (const [shownId, { position }] of useLivePlaces.getState().places) {
    const { type, id } = readNodeId(shownId);
    if (position === undefined || type === "groups") continue;
    (type === "nodes" ? nodes : notes).set(id, position);
  }
  return { nodes, notes };
}

function toClient(event: globalThis.MouseEvent | TouchEvent | MouseEvent | PointerEvent) {
  const { x, y } = toScreenPoint("nativeEvent" in event ? event.nativeEvent : event);
  return { clientX: x, clientY: y };
}

function toScreenPoint(event: globalThis.MouseEvent | TouchEvent): Point {
  if (!("changedTouches" in event)) return { x: event.clientX, y: event.clientY };
  const [touch] = event.changedTouches;
  return { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 };
}
