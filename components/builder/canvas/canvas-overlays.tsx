"use client";

import { useCanvasUi } from "./canvas-ui-store.ts";
import { ConnectDialog } from "./connect-dialog.tsx";
import { GoToDialog } from "./go-to-dialog.tsx";
import { KindsMenu } from "./kinds-menu.tsx";
import { NodeMenu } from "./node-menu.tsx";
import { PaneMenu } from "./pane-menu.tsx";
import { RemoveNodesDialog } from "./remove-nodes-dialog.tsx";
import { RenameDialog } from "./rename-dialog.tsx";

/** The one menu or dialog that lies over the canvas. */
export function CanvasOverlays() {
  const overlay = useCanvasUi((state) => state.overlay);
  switch (overlay?.type) {
    case "kinds":
      return <KindsMenu key={`${overlay.screen.x} ${overlay.screen.y}`} overlay={overlay} />;
    case "node-menu":
      return <NodeMenu key={`${overlay.screen.x} ${overlay.screen.y}`} overlay={overlay} />;
    case "pane-menu":
      return <PaneMenu key={`${overlay.screen.x} ${overlay.screen.y}`} overlay={overlay} />;
    case "connect":
      return <ConnectDialog nodeId={overlay.nodeId} />;
    case "rename":
      return <RenameDialog nodeId={overlay.nodeId} />;
    case "remove":
      return <RemoveNodesDialog uses={overlay.uses} label={overlay.label} />;
    case "go-to":
      return <GoToDialog />;
    default:
      return null;
  }
}
