import type { FinalConnectionState } from "@xyflow/react";
import type { Point } from "#flows/editing/edits/move-nodes.ts";
import { getTexts, say } from "./action-context.ts";
import type { CanvasHands } from "./canvas-hands.ts";
import { useCanvasUi } from "./canvas-ui-store.ts";

/** Let go this near to where the port was pressed, it was a click. */
const CLICK_MAX_PX = 6;
const NEXT_GAP = 88;
const HEADER_MIDDLE = 20;

type Ending = { readonly screen: Point; readonly pressedAt: Point };

/**
 * A wire that was let go: on a node's body it goes to that node, on the empty canvas or back on its own port (a click) it asks
 * what comes next. On another port React Flow has connected it already.
 */
export function finishConnection(
  hands: CanvasHands,
  { fromNode, fromHandle, toHandle, isValid }: FinalConnectionState,
  { screen, pressedAt }: Ending,
): void {
  if (fromNode === null || fromHandle?.type !== "source" || !fromHandle.id) return;
  const from = { nodeId: fromNode.id, port: fromHandle.id };
  const isOther = toHandle !== null && toHandle.nodeId !== from.nodeId;
  if (isValid) return;
  if (isOther) {
    say(getTexts().said.illegal);
    return;
  }
  const isClick = Math.hypot(screen.x - pressedAt.x, screen.y - pressedAt.y) < CLICK_MAX_PX;
  const target = findNodeAt(screen);
  if (target !== null && target !== from.nodeId) hands.nodes.connect(from.nodeId, from.port, target);
  else if (target === null || isClick) askNext(hands, from, { screen, isClick });
}

function askNext(
  { context }: CanvasHands,
  { nodeId, port }: { readonly nodeId: string; readonly port: string },
  { screen, isClick }: { readonly screen: Point; readonly isClick: boolean },
): void {
  const box = context.boxOf(nodeId);
  const dropped = context.toFlowPoint(screen);
  const at =
    isClick && box !== null
      ? { x: box.x + box.width + NEXT_GAP, y: box.y }
      : { x: dropped.x, y: dropped.y - HEADER_MIDDLE };
  useCanvasUi.getState().open({ type: "kinds", screen, purpose: { type: "next", from: nodeId, port, at } });
}

function findNodeAt({ x, y }: Point): string | null {
  const card = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-node]");
  return card?.dataset.node ?? null;
}
