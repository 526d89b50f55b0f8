import { type RefObject, useEffect, useEffectEvent } from "react";
import { inspect } from "#flows/editing/inspect.ts";
import { useBuilderStore } from "../store/builder-context.ts";
import type { BuilderState } from "../store/builder-store.ts";
import { getLocale, getOpenFlow, getTexts, say, selectNodes, toTitle } from "./action-context.ts";
import type { CanvasHands } from "./canvas-hands.ts";
import { type KeyAct, readKey } from "./canvas-keys.ts";
import { useCanvasUi } from "./canvas-ui-store.ts";
import { listFlowOrder } from "./flow-order.ts";
import { isTyping } from "./is-typing.ts";
import { findFreePort } from "./node-actions.ts";
import { useSelectAll } from "./use-select-all.ts";

const STEP_PX = 8;
const STEP_FACTOR = 10;
const ZOOM_FACTOR = 1.25;

/** Acts that change the document; a reader may not do them. */
const EDITING: readonly KeyAct[] = [
  "undo",
  "redo",
  "duplicate",
  "group",
  "remove",
  "add",
  "connect",
  "rename",
  "move",
];

/** All keys of the canvas, from one listener. Fields, editors, dialogs and the preview keep theirs (UX 8). */
export function useCanvasKeys(canvas: RefObject<HTMLElement | null>, hands: CanvasHands): void {
  const store = useBuilderStore();
  const selectAll = useSelectAll();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || isTyping(event.target)) return;
    const target = event.target instanceof Node ? event.target : null;
    const isOnCanvas =
      target === document.body || canvas.current === target || isCardIn(canvas.current, target);
    const act = readKey(event, isOnCanvas);
    if (act === null) return;
    if (EDITING.includes(act) && !store.getState().canEdit) return;
    if (act === "select-all") selectAll();
    else if (!perform(act, { event, hands, state: store.getState() })) return;
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

/** Buttons on the canvas (zoom, bars) keep Enter and Tab for themselves. */
function isCardIn(canvas: HTMLElement | null, target: globalThis.Node | null): boolean {
  return target instanceof Element && canvas?.contains(target) === true && target.closest("button") === null;
}

type Press = { readonly event: KeyboardEvent; readonly hands: CanvasHands; readonly state: BuilderState };

/** False when there was nothing to do, so that the browser may have the key. */
function perform(act: KeyAct, press: Press): boolean {
  return (ACTS[act] ?? (() => false))(press) !== false;
}

const ACTS: { readonly [Act in KeyAct]?: (press: Press) => unknown } = {
  undo: ({ state }) => state.undo(),
  redo: ({ state }) => state.redo(),
  duplicate: ({ hands }) => hands.clip.duplicate(),
  group: ({ hands, state }) => state.selection.nodes.size > 0 && hands.arrange.group(getTexts().group.fresh),
  find: () => useCanvasUi.getState().setFindOpen(true),
  "go-to": () => useCanvasUi.getState().open({ type: "go-to" }),
  remove: ({ hands, state }) => hasSelection(state) && hands.nodes.removeSelected(),
  clear: ({ state }) => {
    if (!hasSelection(state)) return false;
    state.select("none");
    if (state.panel === "inspector") state.setPanel(null);
    return true;
  },
  shortcuts: () => useCanvasUi.getState().open({ type: "shortcuts" }),
  open: (press) => withNode(press, (nodeId) => press.hands.openNode(nodeId)),
  add: openAddMenu,
  connect: (press) => withNode(press, (nodeId) => useCanvasUi.getState().open({ type: "connect", nodeId })),
  rename: (press) => withNode(press, (nodeId) => useCanvasUi.getState().open({ type: "rename", nodeId })),
  menu: (press) =>
    withNode(press, (nodeId) =>
      useCanvasUi.getState().open({ type: "node-menu", nodeId, screen: toScreen(nodeId) }),
    ),
  next: (press) => step(press, 1),
  previous: (press) => step(press, -1),
  move: ({ event, hands, state }) => {
    if (state.selection.nodes.size + state.selection.notes.size === 0) return false;
    const size = STEP_PX * (event.shiftKey ? STEP_FACTOR : 1);
    const [x, y] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[
      event.key
    ] ?? [0, 0];
    return hands.arrange.nudge({ x: (x ?? 0) * size, y: (y ?? 0) * size });
  },
  fit: ({ hands }) => hands.fit(),
  "zoom-in": ({ hands }) => hands.zoomBy(ZOOM_FACTOR),
  "zoom-out": ({ hands }) => hands.zoomBy(1 / ZOOM_FACTOR),
};

function hasSelection({ selection }: BuilderState): boolean {
  return selection.nodes.size + selection.edges.size + selection.notes.size + selection.groups.size > 0;
}

function withNode({ state }: Press, act: (nodeId: string) => void): boolean {
  const [nodeId, ...more] = state.selection.nodes;
  if (nodeId === undefined || more.length > 0) return false;
  act(nodeId);
  return true;
}

function openAddMenu({ hands, state }: Press): void {
  const { open } = useCanvasUi.getState();
  const [nodeId, ...more] = state.selection.nodes;
  const port = nodeId === undefined || more.length > 0 ? null : findFreePort(hands.context, nodeId);
  const box = nodeId === undefined ? null : hands.context.boxOf(nodeId);
  if (nodeId !== undefined && port !== null && box !== null) {
    const at = { x: box.x + box.width + 88, y: box.y };
    open({ type: "kinds", screen: toScreen(nodeId), purpose: { type: "next", from: nodeId, port, at } });
    return;
  }
  const at = hands.context.getCenter();
  open({ type: "kinds", screen: toMiddle(), purpose: { type: "add", at } });
}

/** Selects the next node along the flow; past the last one the key is the browser's, so nobody is caught. */
function step({ hands, state }: Press, direction: 1 | -1): boolean {
  const flow = getOpenFlow(hands.context);
  if (flow === null) return false;
  const order = listFlowOrder(flow);
  const [current] = state.selection.nodes;
  const at = current === undefined ? (direction === 1 ? -1 : order.length) : order.indexOf(current);
  const next = order[at + direction];
  const node = flow.nodes.find(({ id }) => id === next);
  if (next === undefined || node === undefined) {
    state.select("none");
    return false;
  }
  selectNodes(state, [next]);
  hands.context.show([next]);
  say(
    getTexts().said.selected(
      toTitle(node),
      inspect(node).definition?.messages[getLocale()].title ?? node.kind,
    ),
  );
  return true;
}

function toScreen(nodeId: string): { readonly x: number; readonly y: number } {
  const box = document.getElementById(`node-${nodeId}`)?.getBoundingClientRect();
  return box === undefined ? toMiddle() : { x: box.right, y: box.top + 20 };
}

function toMiddle(): { readonly x: number; readonly y: number } {
  return { x: window.innerWidth / 2 - 140, y: window.innerHeight / 3 };
}
