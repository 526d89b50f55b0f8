import { usePreferences } from "#components/i18n/preferences.ts";
import type { Box, Point } from "#flows/editing/edits/move-nodes.ts";
import { inspect } from "#flows/editing/inspect.ts";
import { findFlow } from "#flows/editing/locate.ts";
import type { Flow, FlowNode } from "#flows/kernel/flow.ts";
import type { Locale } from "#flows/kernel/text.ts";
import type { PortPlace } from "../layout/to-layout-graph.ts";
import type { BuilderState, BuilderStore } from "../store/builder-store.ts";
import { useCanvasUi } from "./canvas-ui-store.ts";
import { type CanvasTexts, canvasMessages } from "./messages.ts";

/** What the canvas's acts need: the document's store, and what only the drawn canvas knows. */
export type ActionContext = {
  readonly store: BuilderStore;
  /** Box of a node as it is drawn now. */
  boxOf(nodeId: string): Box | null;
  /** Ports of a node from top to bottom, as they are drawn. */
  portsOf(nodeId: string): readonly PortPlace[];
  toFlowPoint(screen: Point): Point;
  /** Middle of what is in view, clear of panels. */
  getCenter(): Point;
  /** Brings nodes into view if they are not. */
  show(nodeIds: readonly string[]): void;
  /** Lets the view glide just so far that a node comes out from under the panels; where it can be seen, nothing moves. */
  reveal(nodeId: string): void;
};

export const getLocale = (): Locale => usePreferences.getState().locale;
export const getTexts = (): CanvasTexts => canvasMessages[getLocale()];
export const say = (text: string): void => useCanvasUi.getState().say(text);

export function getOpenFlow({ store }: ActionContext): Flow | null {
  const { bundle, flowId } = store.getState();
  return findFlow(bundle, flowId);
}

export function findOpenNode(context: ActionContext, nodeId: string): FlowNode | null {
  return getOpenFlow(context)?.nodes.find(({ id }) => id === nodeId) ?? null;
}

export function toTitle(node: FlowNode | null): string {
  return node === null ? "" : inspect(node).label[getLocale()];
}

/** Boxes of all nodes of the open flow, as obstacles. */
export function listBoxes(context: ActionContext): readonly Box[] {
  return (getOpenFlow(context)?.nodes ?? []).flatMap(({ id }) => context.boxOf(id) ?? []);
}

export function selectNodes(
  state: BuilderState,
  nodes: readonly string[],
  notes: readonly string[] = [],
): void {
  state.select({ nodes: new Set(nodes), notes: new Set(notes), edges: new Set(), groups: new Set() });
}
