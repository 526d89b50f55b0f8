"use client";

import { CircleDot, CircleOff, Play } from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { usePreviewStore } from "#components/preview/preview-store.ts";
import { useBuilder } from "../store/builder-context.ts";
import { canvasMessages } from "./messages.ts";
import { PointItem } from "./point-menu.tsx";
import { useHasBreakpoint } from "./run-overlay.ts";

type NodeRunItemsProps = { readonly flowId: string; readonly nodeId: string };

/** What the preview does at a node. */
export function NodeRunItems({ flowId, nodeId }: NodeRunItemsProps) {
  const t = useTexts(canvasMessages).node;
  const hasBreakpoint = useHasBreakpoint(`${flowId}/${nodeId}`);
  const toggle = usePreviewStore((state) => state.toggleBreakpoint);
  const setPreviewOpen = useBuilder((state) => state.setPreviewOpen);
  return (
    <>
      {/* The preview shows what can be done with the node that is selected. */}
      <PointItem icon={Play} onSelect={() => setPreviewOpen(true)}>
        {t.runAlone}
      </PointItem>
      <PointItem icon={hasBreakpoint ? CircleOff : CircleDot} onSelect={() => toggle(flowId, nodeId)}>
        {hasBreakpoint ? t.noBreakpoint : t.breakpoint}
      </PointItem>
    </>
  );
}
