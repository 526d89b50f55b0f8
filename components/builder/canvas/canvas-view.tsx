"use client";

import { Background, BackgroundVariant, MiniMap, ReactFlow, SelectionMode, useStore } from "@xyflow/react";
import { type CSSProperties, useRef } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useBuilder } from "../store/builder-context.ts";
import { CanvasControls } from "./canvas-controls.tsx";
import { useCanvasUi } from "./canvas-ui-store.ts";
import { CommentCounts, useCommentCounts } from "./comment-counts.ts";
import { EmptyCanvas } from "./empty-canvas.tsx";
import { COLORS, toColorName } from "./family-look.ts";
import { FoldedCard } from "./folded-card.tsx";
import { GroupFrame } from "./group-frame.tsx";
import { canvasMessages } from "./messages.ts";
import { FAR_ZOOM, FarContext, NodeCard } from "./node-card.tsx";
import { NoteCard } from "./note-card.tsx";
import { PersonCursors } from "./person-cursors.tsx";
import { SelectionBar } from "./selection-bar.tsx";
import type { CanvasNode, Wire as WireEdge } from "./to-react-flow.ts";
import { useCanvasClipboard } from "./use-canvas-clipboard.ts";
import { useCanvasElements } from "./use-canvas-elements.ts";
import { useOwnHands } from "./use-canvas-hands.ts";
import { useCanvasKeys } from "./use-canvas-keys.ts";
import { useCanvasPointer } from "./use-canvas-pointer.ts";
import { useGivenGeometry } from "./use-given-geometry.ts";
import { useViewport } from "./use-viewport.ts";
import { Wire } from "./wire.tsx";

const NODE_TYPES = { card: NodeCard, note: NoteCard, frame: GroupFrame, folded: FoldedCard };
const EDGE_TYPES = { wire: Wire };
const MULTI_SELECT_KEYS = ["Meta", "Control", "Shift"];
/** A whole sample shop fits on a phone. */
const ZOOM_MIN = 0.05;
const ZOOM_MAX = 2;
const GRID_SHOWN_PX = 16;
const FAR_WIRE_PX = 1.25;
/** From there on wires get thinner all the same, or they would cover the cards. */
const FAR_WIRE_MAX_PX = 8;
/** Given to the map itself, which scales its drawing to it. */
const MAP_SIZE = { width: 176, height: 112 };
/** A hand shakes: moved less than this, it was a click and no drag. */
const CLICK_PX = 3;

export function CanvasView() {
  const t = useTexts(canvasMessages);
  const canvas = useRef<HTMLElement>(null);
  const canEdit = useBuilder((state) => state.canEdit);
  const active = useBuilder(({ selection }) =>
    selection.nodes.size === 1 ? [...selection.nodes][0] : undefined,
  );
  const { grid, isMapOpen } = useCanvasUi();
  useGivenGeometry();
  const isFar = useStore((state) => state.transform[2] < FAR_ZOOM);
  const farWire = useStore(({ transform: [, , zoom] }) => toFarWire(zoom));
  const elements = useCanvasElements();
  const hands = useOwnHands();
  const comments = useCommentCounts();
  const pointer = useCanvasPointer(hands);
  const { onMoveEnd } = useViewport();
  useCanvasKeys(canvas, hands);
  useCanvasClipboard(hands);
  return (
    <FarContext value={isFar}>
      <CommentCounts value={comments}>
        <section
          ref={canvas}
          role="application"
          aria-label={t.canvas}
          aria-description={t.canvasHelp}
          aria-activedescendant={active === undefined ? undefined : `node-${active}`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the canvas takes the keys of a whole application
          tabIndex={0}
          data-canvas=""
          style={{ "--far-wire": `${farWire}px` } as CSSProperties}
          className="builder-canvas relative min-h-0 flex-1 outline-none focus-visible:ring-2 focus-visible:ring-focus focus-visible:ring-inset"
          onDragOver={pointer.onDragOver}
          onDrop={pointer.onDrop}
          onPointerDownCapture={pointer.onPointerDown}
          onPointerMove={pointer.onPointerMove}
          onPointerLeave={pointer.onPointerLeave}
        >
          <ReactFlow<CanvasNode, WireEdge>
            {...elements}
            {...pointer.handlers}
            nodeTypes={NODE_TYPES}
            edgeTypes={EDGE_TYPES}
            onMoveEnd={onMoveEnd}
            minZoom={ZOOM_MIN}
            maxZoom={ZOOM_MAX}
            onlyRenderVisibleElements
            nodesDraggable={canEdit}
            nodesConnectable={canEdit && !isFar}
            nodesFocusable={false}
            edgesFocusable={false}
            edgesReconnectable={false}
            disableKeyboardA11y
            deleteKeyCode={null}
            selectionKeyCode="Shift"
            multiSelectionKeyCode={MULTI_SELECT_KEYS}
            selectionMode={SelectionMode.Partial}
            panOnScroll
            zoomOnDoubleClick={false}
            selectNodesOnDrag
            nodeDragThreshold={CLICK_PX}
            nodeClickDistance={CLICK_PX}
            snapToGrid={grid !== 0}
            snapGrid={[grid || 1, grid || 1]}
            connectionRadius={28}
            connectOnClick={false}
            // Without it a click on a port, which asks what comes next, would not be heard of.
            connectionDragThreshold={0}
            reconnectRadius={14}
            zIndexMode="manual"
            proOptions={{ hideAttribution: true }}
          >
            <Background variant={BackgroundVariant.Dots} gap={GRID_SHOWN_PX} size={1} />
            <PersonCursors />
            <div className="@container pointer-events-none absolute *:pointer-events-auto inset-y-0 right-[var(--covered-right,0px)] left-0 z-[5]">
              <CanvasControls hands={hands} />
              <SelectionBar hands={hands} />
              <EmptyCanvas hands={hands} />
              {isMapOpen && (
                <MiniMap<CanvasNode>
                  ariaLabel={t.controls.map_label}
                  style={MAP_SIZE}
                  pannable
                  zoomable
                  className="!m-3 overflow-hidden rounded-md border border-line max-md:!hidden @max-[600px]:!hidden"
                  nodeColor={toMapColor}
                  nodeBorderRadius={24}
                  nodeStrokeWidth={0}
                  bgColor="var(--surface)"
                  maskColor="color-mix(in srgb, var(--sunken) 72%, transparent)"
                />
              )}
            </div>
          </ReactFlow>
        </section>
      </CommentCounts>
    </FarContext>
  );
}

/**
 * Width of wires that are seen from afar. Shrunk along with a large flow they would be thinner than the screen can show. In steps,
 * so that zooming does not draw the canvas again for each of its frames.
 */
function toFarWire(zoom: number): number {
  return Math.min(FAR_WIRE_MAX_PX, FAR_WIRE_PX * 2 ** Math.max(0, Math.round(-Math.log2(zoom))));
}

function toMapColor(node: CanvasNode): string {
  if (node.type === "card") return `var(--family-${node.data.card.family})`;
  const color =
    node.type === "note"
      ? toColorName(node.data.note.color, "amber")
      : toColorName(node.data.group.color, "slate");
  return `color-mix(in srgb, ${COLORS[color]} 18%, transparent)`;
}
