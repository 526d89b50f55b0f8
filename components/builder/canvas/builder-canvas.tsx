"use client";

import { ReactFlowProvider } from "@xyflow/react";
import "./canvas.css";
import { CanvasOverlays } from "./canvas-overlays.tsx";
import { CanvasView } from "./canvas-view.tsx";
import { LiveRegion } from "./live-region.tsx";

/** The drawing of the open flow. Fills what it stands in. */
export function BuilderCanvas() {
  return (
    <ReactFlowProvider>
      <CanvasView />
      <CanvasOverlays />
      <LiveRegion />
    </ReactFlowProvider>
  );
}
