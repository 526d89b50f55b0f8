"use client";

import { Background, BackgroundVariant, ReactFlow, ReactFlowProvider, type Viewport } from "@xyflow/react";
import { useMemo } from "react";
import type { CanvasNode, Wire } from "#components/builder/canvas/to-react-flow.ts";
import "#components/builder/canvas/canvas.css";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Badge } from "#components/ui/badge.tsx";
import type { Change } from "#flows/compare/change.ts";
import { CompareCard, CompareGroup, CompareNote } from "./compare-card.tsx";
import { MarkContext, toMarks } from "./compare-marks.ts";
import { releaseMessages } from "./messages.ts";

export const ZOOM_MIN = 0.08;
export const ZOOM_MAX = 1.6;

const NODE_TYPES = { card: CompareCard, note: CompareNote, frame: CompareGroup };
const STROKES = { added: "var(--success)", removed: "var(--danger)", changed: "var(--warn)" } as const;

type CompareCanvasProps = {
  readonly side: "before" | "after";
  readonly label: string;
  readonly nodes: readonly CanvasNode[];
  readonly edges: readonly Wire[];
  readonly changes: readonly Change[];
  readonly selectedId: string | null;
  readonly viewport: Viewport;
  onViewport(viewport: Viewport): void;
  onSelect(nodeId: string): void;
};

/** One side, to look at: it can be moved and clicked, not changed. */
export function CompareCanvas(props: CompareCanvasProps) {
  const { side, label, nodes, edges, changes, selectedId, viewport, onViewport, onSelect } = props;
  const t = useTexts(releaseMessages).compare;
  const marks = useMemo(() => toMarks(changes, side), [changes, side]);
  const wires = useMemo(
    () =>
      edges.map((edge) => {
        const mark = marks.wires.get(`${edge.source}/${edge.sourceHandle}`);
        const stroke = mark ? STROKES[mark] : "var(--wire)";
        return { ...edge, type: "default", style: { stroke, strokeWidth: mark ? 2.5 : 1.5 } };
      }),
    [edges, marks],
  );
  return (
    <MarkContext value={{ nodes: marks.nodes, selectedId }}>
      <section aria-label={t.canvasLabel(label)} className="builder-canvas absolute inset-0">
        <ReactFlowProvider>
          <ReactFlow
            nodes={[...nodes]}
            edges={wires}
            nodeTypes={NODE_TYPES}
            viewport={viewport}
            onViewportChange={onViewport}
            minZoom={ZOOM_MIN}
            maxZoom={ZOOM_MAX}
            onlyRenderVisibleElements
            nodesDraggable={false}
            nodesConnectable={false}
            nodesFocusable={false}
            edgesFocusable={false}
            elementsSelectable={false}
            disableKeyboardA11y
            deleteKeyCode={null}
            panOnScroll
            zoomOnDoubleClick={false}
            onNodeClick={(_event, node) => onSelect(node.id)}
            proOptions={{ hideAttribution: true }}
          >
            <Background variant={BackgroundVariant.Dots} gap={16} size={1} />
          </ReactFlow>
        </ReactFlowProvider>
        <span className="pointer-events-none absolute left-3 top-3 z-10">
          <Badge tone={side === "before" ? "neutral" : "accent"}>{label}</Badge>
        </span>
        {nodes.length === 0 && (
          <p className="absolute inset-0 grid place-items-center text-sm text-ink-3">{t.missingFlow}</p>
        )}
      </section>
    </MarkContext>
  );
}
