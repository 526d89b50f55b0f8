"use client";

import { getNodesBounds, getViewportForBounds, type Viewport } from "@xyflow/react";
import { useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { createReactFlowBridge } from "#components/builder/canvas/to-react-flow.ts";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import type { Change, Comparison } from "#flows/compare/change.ts";
import type { Bundle } from "#flows/kernel/flow.ts";
import { CompareCanvas, ZOOM_MAX, ZOOM_MIN } from "./compare-canvas.tsx";
import { releaseMessages } from "./messages.ts";

type CompareCanvasesProps = {
  readonly before: Bundle;
  readonly after: Bundle;
  readonly flowId: string;
  readonly comparison: Comparison;
  readonly selected: Change | null;
  onSelect(nodeId: string): void;
};

const GLIDE_ZOOM = 0.9;
const PADDING = 0.12;

/** Both documents under one viewport: what is moved on one side moves on the other. */
export function CompareCanvases(props: CompareCanvasesProps) {
  const { before, after, flowId, comparison, selected, onSelect } = props;
  const t = useTexts(releaseMessages).compare;
  const locale = usePreferences((state) => state.locale);
  const pane = useRef<HTMLDivElement>(null);
  const [viewport, setViewport] = useState<Viewport>({ x: 0, y: 0, zoom: 0.6 });
  const [bridges] = useState(() => [createReactFlowBridge(), createReactFlowBridge()] as const);
  const old = useMemo(() => bridges[0](before, flowId, locale), [bridges, before, flowId, locale]);
  const next = useMemo(() => bridges[1](after, flowId, locale), [bridges, after, flowId, locale]);
  const changes = comparison.changes.filter((change) => change.flowId === flowId);

  const showAll = useEffectEvent(() => {
    const box = pane.current?.getBoundingClientRect();
    const nodes = [...old.nodes, ...next.nodes];
    if (box && nodes.length > 0)
      setViewport(
        getViewportForBounds(getNodesBounds(nodes), box.width, box.height, ZOOM_MIN, ZOOM_MAX, PADDING),
      );
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another pair, or another flow of it, is shown as a whole
  useEffect(() => showAll(), [before, after, flowId]);
  const glide = useEffectEvent((nodeId: string) => {
    const box = pane.current?.getBoundingClientRect();
    const node = [...next.nodes, ...old.nodes].find(({ id }) => id === nodeId);
    if (!box || !node) return;
    const zoom = Math.max(viewport.zoom, GLIDE_ZOOM);
    setViewport({
      zoom,
      x: box.width / 2 - (node.position.x + (node.width ?? 0) / 2) * zoom,
      y: box.height / 2 - (node.position.y + (node.height ?? 0) / 2) * zoom,
    });
  });
  useEffect(() => {
    if (selected?.nodeId) glide(selected.nodeId);
  }, [selected]);

  const shared = {
    viewport,
    changes,
    selectedId: selected?.nodeId ?? null,
    onViewport: setViewport,
    onSelect,
  };
  return (
    <div className="flex min-h-0 min-w-0 flex-1 gap-px bg-line max-lg:flex-col">
      <div ref={pane} className="relative min-h-0 min-w-0 flex-1 bg-canvas">
        <CompareCanvas {...shared} {...old} side="before" label={t.before} />
      </div>
      <div className="relative min-h-0 min-w-0 flex-1 bg-canvas">
        <CompareCanvas {...shared} {...next} side="after" label={t.after} />
      </div>
    </div>
  );
}
