import { useReactFlow, useStore, type Viewport } from "@xyflow/react";
import { useCallback, useEffect, useRef } from "react";
import { findFlow } from "#flows/editing/locate.ts";
import { START_KIND } from "#flows/kernel/registry.ts";
import { useBuilder, useBuilderStore } from "../store/builder-context.ts";
import { FAR_ZOOM } from "./node-card.tsx";
import { centerOn, toDuration, toFit } from "./use-canvas-hands.ts";

const FOCUS_ZOOM_MIN = 0.75;
/** A flow that would only fit in unreadably small opens at its start. */
const FIT_ZOOM_MIN = FAR_ZOOM + 0.02;

/** Where the reader looks: each flow opens where it was left, a focus request brings its node to the middle. */
export function useViewport() {
  const store = useBuilderStore();
  const flow = useReactFlow();
  const flowId = useBuilder((state) => state.flowId);
  const request = useBuilder((state) => state.focusRequest);
  const isReady = useStore((state) => state.width > 0 && state.height > 0 && state.panZoom !== null);
  const left = useRef(new Map<string, Viewport>());
  const doneNonce = useRef(0);

  useEffect(() => {
    if (!isReady) return;
    const { focusRequest } = store.getState();
    // Fitting the whole flow would take the view away from the node that is asked for.
    if (
      focusRequest?.flowId === flowId &&
      focusRequest.nodeId !== null &&
      focusRequest.nonce !== doneNonce.current
    )
      return;
    const known = left.current.get(flowId);
    if (known !== undefined) void flow.setViewport(known);
    else openFlow();

    function openFlow(): void {
      const nodes = flow.getNodes();
      void flow.fitView(toFit()).then(() => {
        if (flow.getZoom() >= FIT_ZOOM_MIN || nodes.length === 0) return;
        const { bundle } = store.getState();
        const start = findFlow(bundle, flowId)?.nodes.find(({ kind }) => kind === START_KIND);
        const { x, y } = start?.position ?? { x: 0, y: 0 };
        centerOn(flow, { x: x + 480, y: y + 120 }, { zoom: FOCUS_ZOOM_MIN });
      });
    }
  }, [isReady, flowId, flow, store]);

  useEffect(() => {
    if (!isReady || request === null || request.nodeId === null || request.nonce === doneNonce.current)
      return;
    if (request.flowId !== flowId) return;
    doneNonce.current = request.nonce;
    const { nodeId } = request;
    // The nodes of a flow that was just opened are there with the next frame.
    const frame = requestAnimationFrame(() => {
      const node = flow.getNode(nodeId);
      if (node === undefined) return;
      const { position, width = 0, height = 0 } = node;
      centerOn(
        flow,
        { x: position.x + width / 2, y: position.y + height / 2 },
        { zoom: Math.max(flow.getZoom(), FOCUS_ZOOM_MIN), duration: toDuration() },
      );
    });
    return () => cancelAnimationFrame(frame);
  }, [isReady, request, flowId, flow]);

  const onMoveEnd = useCallback(
    (_event: unknown, viewport: Viewport) => left.current.set(store.getState().flowId, viewport),
    [store],
  );
  return { onMoveEnd };
}
