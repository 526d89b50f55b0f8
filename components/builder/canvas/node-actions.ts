import { toNodeLook } from "#components/conversations/node-look.ts";
import { addNode } from "#flows/editing/edits/add-node.ts";
import { canConnect, connect, disconnect, reconnect } from "#flows/editing/edits/connect.ts";
import { canInsert, insertOnEdge } from "#flows/editing/edits/insert-on-edge.ts";
import { moveNodes, type Point } from "#flows/editing/edits/move-nodes.ts";
import { replaceKind } from "#flows/editing/edits/replace-kind.ts";
import { setForNodes, setNodeField } from "#flows/editing/edits/set-config.ts";
import { listPorts } from "#flows/editing/inspect.ts";
import type { Flow } from "#flows/kernel/flow.ts";
import { START_KIND } from "#flows/kernel/registry.ts";
import {
  type ActionContext,
  findOpenNode,
  getLocale,
  getOpenFlow,
  getTexts,
  listBoxes,
  say,
  selectNodes,
  toTitle,
} from "./action-context.ts";
import { useCanvasUi } from "./canvas-ui-store.ts";
import { CARD_WIDTH } from "./card-geometry.ts";
import { findFreePlace } from "./free-place.ts";
import { toFreshSize } from "./fresh-size.ts";
import { newId } from "./new-id.ts";
import { type RemovalLabel, removeMarked, removeSelected } from "./remove-selected.ts";

/** Room between a node and the next one, for the wire. */
const NEXT_GAP = 88;

/** Acts on nodes and wires. Each is one undo step and is read out. */
export function createNodeActions(context: ActionContext) {
  const { store } = context;

  function addKind(kind: string, at: Point): string | null {
    const id = newId();
    const position = findFreePlace(at, toFreshSize(kind, getLocale()), listBoxes(context));
    const { edit, flowId } = store.getState();
    edit((bundle) => addNode(bundle, flowId, { id, kind, position }), { label: "add" });
    return finishAdding(context, id, kind);
  }

  /** Adds a node behind a port and wires it; without a place, to the right of the node. */
  function addNext(
    kind: string,
    from: { readonly nodeId: string; readonly port: string },
    at?: Point,
  ): string | null {
    const id = newId();
    const wanted = at ?? toNextPlace(context, from.nodeId);
    const position = findFreePlace(wanted, toFreshSize(kind, getLocale()), listBoxes(context));
    const { edit, flowId } = store.getState();
    edit(
      (bundle) => {
        const added = addNode(bundle, flowId, { id, kind, position });
        return connect(added, flowId, { id: newId(), from: from.nodeId, port: from.port, to: id });
      },
      { label: "add" },
    );
    return finishAdding(context, id, kind);
  }

  function insertKind(kind: string, edgeId: string, at: Point): string | null {
    const id = newId();
    const { edit, flowId } = store.getState();
    const flow = getOpenFlow(context);
    const room = flow === null ? null : makeRoom(context, flow, edgeId);
    const position = room?.place ?? at;
    edit(
      (bundle) => {
        const added = addNode(bundle, flowId, { id, kind, position });
        const inserted = insertOnEdge(added, flowId, { edgeId, nodeId: id, newEdgeId: newId() });
        return room === null ? inserted : moveNodes(inserted, flowId, { nodes: room.moved });
      },
      { label: "insert" },
    );
    return finishAdding(context, id, kind);
  }

  return {
    addKind,
    addNext,
    insertKind,

    /** Beside the selected node, wired to its first free port; in the middle of the view when none is selected. */
    addBeside(kind: string): string | null {
      const [selected, ...more] = store.getState().selection.nodes;
      const port = selected === undefined || more.length > 0 ? null : findFreePort(context, selected);
      if (selected !== undefined && port !== null) return addNext(kind, { nodeId: selected, port });
      const center = context.getCenter();
      const anchor = selected === undefined ? null : toNextPlace(context, selected);
      const { width, height } = toFreshSize(kind, getLocale());
      return addKind(kind, anchor ?? { x: center.x - width / 2, y: center.y - height / 2 });
    },

    connect(from: string, port: string, to: string): boolean {
      const flow = getOpenFlow(context);
      if (flow === null || !canConnect(flow, { from, to })) {
        say(getTexts().said.illegal);
        return false;
      }
      const { edit, flowId } = store.getState();
      edit((bundle) => connect(bundle, flowId, { id: newId(), from, port, to }), { label: "connect" });
      say(
        getTexts().said.connected(toTitle(findOpenNode(context, from)), toTitle(findOpenNode(context, to))),
      );
      return true;
    },

    reconnect(
      edgeId: string,
      wire: { readonly from: string; readonly port: string; readonly to: string },
    ): void {
      const { edit, flowId } = store.getState();
      edit((bundle) => reconnect(bundle, flowId, { edgeId, ...wire }), { label: "connect" });
    },

    disconnect(edgeIds: Iterable<string>): void {
      const { edit, flowId } = store.getState();
      edit((bundle) => disconnect(bundle, flowId, edgeIds), { label: "disconnect" });
      say(getTexts().said.disconnected);
    },

    /** A node that lies on a wire and hangs on nothing yet goes into it; true when it did. */
    dropOnWire(nodeId: string, edgeId: string, places: ReadonlyMap<string, Point>): boolean {
      const flow = getOpenFlow(context);
      if (flow === null || !canInsert(flow, { nodeId, edgeId })) return false;
      const { edit, flowId } = store.getState();
      edit(
        (bundle) =>
          insertOnEdge(moveNodes(bundle, flowId, { nodes: places }), flowId, {
            edgeId,
            nodeId,
            newEdgeId: newId(),
          }),
        { label: "insert" },
      );
      return true;
    },

    removeSelected: () => removeSelected(context, "delete"),
    removeMarked: (label: RemovalLabel) => removeMarked(context, label),

    replace(nodeId: string, kind: string): void {
      const { edit, flowId } = store.getState();
      edit((bundle) => replaceKind(bundle, { flowId, nodeId }, kind), { label: "replace" });
      useCanvasUi.getState().useKind(kind);
      say(getTexts().said.replaced(toNodeLook(kind, getLocale()).title));
    },

    rename(nodeId: string, title: string): void {
      const { edit, flowId } = store.getState();
      edit((bundle) => setNodeField(bundle, { flowId, nodeId }, { title: title.trim() }), {
        label: "rename",
      });
    },

    /** Switches nodes off; on again when all of them are off. Without its start a flow would have no beginning. */
    toggleDisabled(nodes: ReadonlySet<string>): void {
      const { edit, flowId } = store.getState();
      const marked =
        getOpenFlow(context)?.nodes.filter(({ id, kind }) => nodes.has(id) && kind !== START_KIND) ?? [];
      const disabled = !marked.every((node) => node.disabled === true);
      const ids = marked.map(({ id }) => id);
      edit((bundle) => setForNodes(bundle, flowId, { nodes: ids, fields: { disabled } }), {
        label: "disable",
      });
    },
  };
}

export type NodeActions = ReturnType<typeof createNodeActions>;

/** The first port of a node on which no wire hangs. */
export function findFreePort(context: ActionContext, nodeId: string): string | null {
  const node = findOpenNode(context, nodeId);
  const wired = new Set(
    getOpenFlow(context)
      ?.edges.filter(({ from }) => from === nodeId)
      .map(({ port }) => port),
  );
  return node === null ? null : (listPorts(node).find(({ id }) => !wired.has(id))?.id ?? null);
}

function finishAdding(context: ActionContext, id: string, kind: string): string | null {
  const node = findOpenNode(context, id);
  if (node === null) return null;
  selectNodes(context.store.getState(), [id]);
  useCanvasUi.getState().useKind(kind);
  say(getTexts().said.added(toTitle(node)));
  context.show([id]);
  return id;
}

function toNextPlace(context: ActionContext, nodeId: string): Point {
  const box = context.boxOf(nodeId);
  return box === null ? context.getCenter() : { x: box.x + box.width + NEXT_GAP, y: box.y };
}

/** A place in the middle of a wire; what lies behind is pushed on where the gap is too small. */
function makeRoom(
  context: ActionContext,
  flow: Flow,
  edgeId: string,
): { readonly place: Point; readonly moved: ReadonlyMap<string, Point> } | null {
  const edge = flow.edges.find(({ id }) => id === edgeId);
  const from = edge === undefined ? null : context.boxOf(edge.from);
  const to = edge === undefined ? null : context.boxOf(edge.to);
  if (edge === undefined || from === null || to === null || to.x < from.x + from.width) return null;
  const place = { x: from.x + from.width + NEXT_GAP, y: to.y };
  const push = place.x + CARD_WIDTH + NEXT_GAP - to.x;
  const behind = push <= 0 ? [] : listBehind(flow, edge.to).filter((id) => id !== edge.from);
  const moved = behind.flatMap((id) => {
    const box = context.boxOf(id);
    return box === null || box.x < to.x ? [] : [[id, { x: box.x + push, y: box.y }] as const];
  });
  return { place, moved: new Map(moved) };
}

function listBehind(flow: Flow, nodeId: string): readonly string[] {
  const reached = new Set([nodeId]);
  for (const id of reached) {
    for (const { from, to } of flow.edges) if (from === id) reached.add(to);
  }
  return [...reached];
}
