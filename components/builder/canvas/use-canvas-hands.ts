import { useReactFlow } from "@xyflow/react";
import { useEffect, useMemo } from "react";
import { useBuilderStore } from "../store/builder-context.ts";
import { type ActionContext, findOpenNode, selectNodes } from "./action-context.ts";
import { createArrangeActions } from "./arrange-actions.ts";
import { type CanvasHands, useCanvasHands } from "./canvas-hands.ts";
import { createClipActions } from "./clip-actions.ts";
import { createNodeActions } from "./node-actions.ts";
import { readAreas, toFitPadding, toRevealShift } from "./open-area.ts";
import type { CanvasNode, Wire } from "./to-react-flow.ts";

const SHOW_MS = 180;
const ZOOM_READABLE = 0.7;
const FIT_ZOOM_MAX = 1;
/** Within this time a second click may follow, which opens the called flow: its node must still be under the pointer. */
const DOUBLE_CLICK_MS = 320;

/** Joins the canvas's acts with the drawn canvas, and lends them to what stands beside it. */
export function useOwnHands(): CanvasHands {
  const store = useBuilderStore();
  const flow = useReactFlow<CanvasNode, Wire>();
  const hands = useMemo((): CanvasHands => {
    const context = toContext(store, flow);
    return {
      context,
      nodes: createNodeActions(context),
      clip: createClipActions(context),
      arrange: createArrangeActions(context),
      openNode: (nodeId) => {
        const state = store.getState();
        const isCall = findOpenNode(context, nodeId)?.kind === "subflow";
        selectNodes(state, [nodeId]);
        state.setPanel("inspector");
        if (!isCall) context.reveal(nodeId);
        else
          setTimeout(
            () => store.getState().flowId === state.flowId && context.reveal(nodeId),
            DOUBLE_CLICK_MS,
          );
      },
      zoomBy: (factor) => void flow.zoomTo(flow.getZoom() * factor, { duration: toDuration() }),
      fit: () => void flow.fitView({ ...toFit(), duration: toDuration() }),
    };
  }, [store, flow]);
  useEffect(() => {
    useCanvasHands.setState({ hands });
    return () => useCanvasHands.setState({ hands: null });
  }, [hands]);
  return hands;
}

type Flow = ReturnType<typeof useReactFlow<CanvasNode, Wire>>;

function toContext(store: ActionContext["store"], flow: Flow): ActionContext {
  const toCenter = () => {
    const areas = readAreas();
    if (areas === null) return { x: 0, y: 0 };
    const { left, top, right, bottom } = areas.open;
    return flow.screenToFlowPosition({ x: (left + right) / 2, y: (top + bottom) / 2 });
  };
  return {
    store,
    boxOf: (nodeId) => {
      const node = flow.getNode(nodeId);
      if (node === undefined) return null;
      const { width = 0, height = 0, position } = node;
      return { ...position, width, height };
    },
    portsOf: (nodeId) => {
      const node = flow.getNode(nodeId);
      return node?.type === "card" ? [...node.data.geometry.portY].map(([id, y]) => ({ id, y })) : [];
    },
    toFlowPoint: (screen) => flow.screenToFlowPosition(screen),
    getCenter: toCenter,
    show: (nodeIds) => {
      // Fresh nodes reach React Flow with the next drawing.
      requestAnimationFrame(() => showNodes(flow, nodeIds));
    },
    reveal: (nodeId) => {
      // The panel that was just opened is there with the next drawing.
      requestAnimationFrame(() => revealNode(flow, nodeId));
    },
  };
}

/** Moves the view only when something of the nodes is outside it. */
function showNodes(flow: Flow, nodeIds: readonly string[]): void {
  const nodes = nodeIds.flatMap((id) => flow.getNode(id) ?? []);
  const areas = readAreas();
  if (nodes.length === 0 || areas === null) return;
  const { open } = areas;
  const { x, y, width, height } = flow.getNodesBounds(nodes);
  const topLeft = flow.flowToScreenPosition({ x, y });
  const bottomRight = flow.flowToScreenPosition({ x: x + width, y: y + height });
  const isInside =
    topLeft.x >= open.left &&
    topLeft.y >= open.top &&
    bottomRight.x <= open.right &&
    bottomRight.y <= open.bottom;
  if (isInside) return;
  if (nodes.length > 1) {
    void flow.fitView({ ...toFit(), nodes, duration: toDuration() });
    return;
  }
  const zoom = Math.max(flow.getZoom(), ZOOM_READABLE);
  centerOn(flow, { x: x + width / 2, y: y + height / 2 }, { zoom, duration: toDuration() });
}

function revealNode(flow: Flow, nodeId: string): void {
  const node = flow.getNode(nodeId);
  const areas = readAreas();
  if (node === undefined || areas === null) return;
  const { position, width = 0, height = 0 } = node;
  const topLeft = flow.flowToScreenPosition(position);
  const bottomRight = flow.flowToScreenPosition({ x: position.x + width, y: position.y + height });
  const box = { left: topLeft.x, top: topLeft.y, right: bottomRight.x, bottom: bottomRight.y };
  const shift = toRevealShift(box, areas);
  if (shift.x === 0 && shift.y === 0) return;
  const { x, y, zoom } = flow.getViewport();
  void flow.setViewport({ x: x + shift.x, y: y + shift.y, zoom }, { duration: toDuration() });
}

/** How a whole flow is brought into view: into the part that no panel covers. */
export function toFit() {
  const areas = readAreas();
  return { maxZoom: FIT_ZOOM_MAX, ...(areas === null ? {} : { padding: toFitPadding(areas) }) };
}

/** Brings a place to the middle of what can be seen. */
export function centerOn(
  flow: Pick<Flow, "setViewport" | "setCenter">,
  { x, y }: { readonly x: number; readonly y: number },
  { zoom, duration = 0 }: { readonly zoom: number; readonly duration?: number },
): void {
  const areas = readAreas();
  if (areas === null) {
    void flow.setCenter(x, y, { zoom, duration });
    return;
  }
  const { canvas, open } = areas;
  const middle = {
    x: (open.left + open.right) / 2 - canvas.left,
    y: (open.top + open.bottom) / 2 - canvas.top,
  };
  void flow.setViewport({ x: middle.x - x * zoom, y: middle.y - y * zoom, zoom }, { duration });
}

/** No gliding where the reader asked for none. */
export function toDuration(): number {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : SHOW_MS;
}
