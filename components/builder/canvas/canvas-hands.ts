import { create } from "zustand";
import type { ActionContext } from "./action-context.ts";
import type { ArrangeActions } from "./arrange-actions.ts";
import type { ClipActions } from "./clip-actions.ts";
import type { NodeActions } from "./node-actions.ts";

export type CanvasHands = {
  readonly context: ActionContext;
  readonly nodes: NodeActions;
  readonly clip: ClipActions;
  readonly arrange: ArrangeActions;
  /** Selects a node and opens its form. */
  openNode(nodeId: string): void;
  zoomBy(factor: number): void;
  fit(): void;
};

/** The acts of the canvas that is open, for what stands beside it (palette, search); null until it is drawn. */
export const useCanvasHands = create<{ readonly hands: CanvasHands | null }>(() => ({ hands: null }));

export const getHands = (): CanvasHands | null => useCanvasHands.getState().hands;
