"use client";

import { useBuilder } from "../store/builder-context.ts";
import { EmptyInspector } from "./empty-inspector.tsx";
import { MultiInspector } from "./multi-inspector.tsx";
import { NodeInspector } from "./node-inspector.tsx";
import { useEscapeToCanvas } from "./use-escape-to-canvas.ts";

/** Everything about what is selected: one node, several, or the flow itself. */
export function InspectorPanel() {
  const flowId = useBuilder((state) => state.flowId);
  const count = useBuilder((state) => state.selection.nodes.size);
  const nodeId = useBuilder((state) =>
    state.selection.nodes.size === 1 ? [...state.selection.nodes][0] : undefined,
  );
  const returnToCanvas = useEscapeToCanvas();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is a way out of every field in here
    <div className="min-h-full" onKeyDown={returnToCanvas}>
      {nodeId !== undefined ? (
        <NodeInspector key={`${flowId}/${nodeId}`} flowId={flowId} nodeId={nodeId} />
      ) : count > 1 ? (
        <MultiInspector />
      ) : (
        <EmptyInspector />
      )}
    </div>
  );
}
