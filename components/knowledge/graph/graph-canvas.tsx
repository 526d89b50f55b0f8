"use client";

import {
  Background,
  BackgroundVariant,
  BaseEdge,
  Controls,
  type Edge,
  type EdgeProps,
  getStraightPath,
  Handle,
  MarkerType,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  ReactFlowProvider,
} from "@xyflow/react";
import "@xyflow/react/dist/base.css";
import "./graph-canvas.css";
import { useMemo } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import { graphMessages } from "./messages.ts";
import { type Ends, type GraphMap, NODE_HEIGHT, NODE_WIDTH, type Places, toEnds } from "./to-map-graph.ts";

type ThingData = GraphMap["nodes"][number] & { readonly isCenter: boolean };
type ThingNode = Node<ThingData, "thing">;

const NODE_TYPES = { thing: Thing };
const EDGE_TYPES = { relation: Relation };

type GraphCanvasProps = {
  readonly map: GraphMap;
  readonly places: Places;
  readonly around: string | null;
  onEntity(entityId: string): void;
};

/** Can be moved about and clicked, not changed. */
export function GraphCanvas({ map, places, around, onEntity }: GraphCanvasProps) {
  const nodes = useMemo(
    () =>
      map.nodes.map(
        (node): ThingNode => ({
          ...{ id: node.id, type: "thing", position: places.get(node.id) ?? { x: 0, y: 0 } },
          ...{ width: NODE_WIDTH, height: NODE_HEIGHT },
          data: { ...node, isCenter: node.id === around },
        }),
      ),
    [map, places, around],
  );
  const edges = useMemo(
    () =>
      map.edges.map(({ id, from, to, predicate }) => ({
        ...{ id, source: from, target: to, type: "relation" },
        data: { predicate, ends: toEnds(places, from, to) },
        markerEnd: { type: MarkerType.ArrowClosed, color: "var(--ink-3)" },
      })),
    [map, places],
  );
  return (
    <ReactFlowProvider>
      <ReactFlow
        className="knowledge-map"
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        // Also by keys: each thing is a button.
        onNodeClick={(_event, { id }) => onEntity(id)}
        fitView
        // Smaller than this nobody reads it; the button below shows all of it.
        fitViewOptions={{ minZoom: 0.55, maxZoom: 1, padding: 0.12 }}
        minZoom={0.1}
        maxZoom={1.6}
        onlyRenderVisibleElements
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        zoomOnDoubleClick={false}
        preventScrolling={false}
        zoomOnScroll={false}
        proOptions={{ hideAttribution: true }}
      >
        <Background variant={BackgroundVariant.Dots} gap={16} size={1} />
        <Controls showInteractive={false} />
      </ReactFlow>
    </ReactFlowProvider>
  );
}

function Thing({ data }: NodeProps<ThingNode>) {
  const t = useTexts(graphMessages).map;
  const hue = toHue(data.type);
  return (
    <button
      type="button"
      className={joinClasses(
        "flex h-full w-full flex-col justify-center rounded-md border bg-surface px-3 text-left hover:bg-hover",
        data.isCenter ? "border-accent ring-2 ring-accent" : "border-line-strong",
      )}
      style={{ borderLeft: `4px solid oklch(0.66 0.13 ${hue})` }}
    >
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <span className="truncate text-sm font-medium text-ink">{data.name}</span>
      <span className="truncate text-xs text-ink-3">
        {data.type}
        {data.values > 0 && ` · ${t.values(data.values)}`}
      </span>
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </button>
  );
}

type RelationEdge = Edge<{ readonly predicate: string; readonly ends: Ends }, "relation">;

/** From the edge of one card to the edge of the other, whichever way they lie. */
function Relation({ data, markerEnd }: EdgeProps<RelationEdge>) {
  if (data === undefined) return null;
  const [path, labelX, labelY] = getStraightPath(data.ends);
  return (
    <BaseEdge
      path={path}
      label={data.predicate}
      labelX={labelX}
      labelY={labelY}
      {...(markerEnd ? { markerEnd } : {})}
    />
  );
}

/** One colour a type, the same on every screen; the type stands beside it in words. */
function toHue(type: string): number {
  let hash = 0;
  for (const char of type) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 360;
  return hash;
}
