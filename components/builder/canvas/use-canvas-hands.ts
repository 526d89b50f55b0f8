import { useReactFlow } from "@xyflow/react";
import { useEffect, useMemo } from "react";
import { useBuilderStore } from "../store/builder-context.ts";
import type { ActionContext } from "./action-context.ts";
import { createArrangeActions } from "./arrange-actions.ts";
import { type CanvasHands, useCanvasHands } from "./canvas-hands.ts";
import { createClipActions } from "./clip-actions.ts";
import { createNodeActions } from "./node-actions.ts";
import type { CanvasNode, Wire } from "./to-react-flow.ts";

const SHOW_MS = 180;
const ZOOM_READABLE = 0.7;
export const FIT = { padding: 0.16, maxZoom: 1 };

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
      zoomBy: (factor) => void flow.zoomTo(flow.getZoom() * factor, { duration: toDuration() }),
      fit: () => void flow.fitView({ ...FIT, duration: toDuration() }),
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
    const box = document.querySelector("[data-canvas]")?.getBoundingClientRect();
    return box === undefined
      ? { x: 0, y: 0 }
      : flow.screenToFlowPosition({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
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
  };
}

/** Moves the view only when something of the nodes is outside it. */
function showNodes(flow: Flow, nodeIds: readonly string[]): void {
  const nodes = nodeIds.flatMap((id) => flow.getNode(id) ?? []);
  const box = document.querySelector("[data-canvas]")?.getBoundingClientRect();
  if (nodes.length === 0 || box === undefined) return;
  const { x, y, width, height } = flow.getNodesBounds(nodes);
  const topLeft = flow.flowToScreenPosition({ x, y });
  const bottomRight = flow.flowToScreenPosition({ x: x + width, y: y + height });
  const isInside =
    topLeft.x >= box.left &&
    topLeft.y >= box.top &&
    bottomRight.x <= box.right &&
    bottomRight.y <= box.bottom;
  if (isInside) return;
  if (nodes.length > 1) {
    void flow.fitView({ ...FIT, nodes, duration: toDuration() });
    return;
  }
  const zoom = Math.max(flow.getZoom(), ZOOM_READABLE);
  void flow.setCenter(x + width / 2, y + height / 2, { zoom, duration: toDuration() });
}

/** No gliding where the reader asked for none. */
export function toDuration(): number {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : SHOW_MS;
}
