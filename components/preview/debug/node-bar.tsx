"use client";

import { CircleDot, CornerRightDown, Pin, PinOff, PlaySquare } from "lucide-react";
import { useState } from "react";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { FAMILY_TEXT } from "#components/ui/family-hues.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { NodeIcon } from "#components/ui/node-icon.tsx";
import { toNodeKey } from "../engine/preview-settings.ts";
import { previewMessages } from "../messages.ts";
import { useNodeFaces, usePreview } from "../preview-context.ts";
import { usePreviewStore } from "../preview-store.ts";
import { AloneDialog } from "./alone-dialog.tsx";
import { PinDialog } from "./pin-dialog.tsx";

/** What can be tried with the node that is selected on the canvas. */
export function NodeBar() {
  const t = useTexts(previewMessages).node;
  const { jump } = usePreview();
  const flowId = useBuilder((state) => state.flowId);
  const nodeId = useBuilder(({ selection: { nodes } }) =>
    nodes.size === 1 ? ([...nodes][0] ?? null) : null,
  );
  const faceOf = useNodeFaces();
  const { breakpoints, pins } = usePreviewStore((state) => state.settings);
  const setSettings = usePreviewStore((state) => state.setSettings);
  const toggleBreakpoint = usePreviewStore((state) => state.toggleBreakpoint);
  const [dialog, setDialog] = useState<"alone" | "pin" | null>(null);
  const face = nodeId === null ? null : faceOf({ flowId, nodeId });
  if (nodeId === null || face === null) return null;

  const place = { flowId, nodeId };
  const key = toNodeKey(flowId, nodeId);
  const hasBreakpoint = Object.hasOwn(breakpoints, key);
  const isPinned = Object.hasOwn(pins, key);
  const unpin = () => {
    const { [key]: _, ...others } = pins;
    setSettings({ pins: others });
  };
  return (
    <section
      aria-label={t.bar}
      className="flex h-9 shrink-0 items-center gap-0.5 border-t border-line pl-3 pr-1.5"
    >
      <span className={joinClasses("shrink-0", FAMILY_TEXT[face.family])}>
        <NodeIcon name={face.icon} />
      </span>
      <span className="mr-auto min-w-0 truncate pl-1 text-sm text-ink">{face.title}</span>
      <IconButton
        icon={CircleDot}
        label={hasBreakpoint ? t.clearBreakpoint : t.breakpoint}
        aria-pressed={hasBreakpoint}
        onClick={() => toggleBreakpoint(flowId, nodeId)}
        className={hasBreakpoint ? "size-7 text-danger-text!" : "size-7"}
      />
      <IconButton icon={CornerRightDown} label={t.jump} onClick={() => void jump(place)} className="size-7" />
      <IconButton icon={PlaySquare} label={t.alone} onClick={() => setDialog("alone")} className="size-7" />
      <IconButton
        icon={isPinned ? PinOff : Pin}
        label={isPinned ? t.unpin : t.pin}
        onClick={isPinned ? unpin : () => setDialog("pin")}
        className={isPinned ? "size-7 text-accent-text!" : "size-7"}
      />
      {dialog === "alone" && <AloneDialog place={place} face={face} onClose={() => setDialog(null)} />}
      {dialog === "pin" && <PinDialog place={place} face={face} onClose={() => setDialog(null)} />}
    </section>
  );
}
