"use client";

import { CornerDownRight, Play, Redo2, SkipForward } from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { previewMessages } from "../messages.ts";
import { useNodeFaces, usePreview } from "../preview-context.ts";
import { usePreviewStore } from "../preview-store.ts";

/** Shown while the debugger holds the talk: where it stands, and how to go on. */
export function PauseBar() {
  const t = useTexts(previewMessages);
  const { resume } = usePreview();
  const faceOf = useNodeFaces();
  const session = usePreviewStore((state) => state.talk.session);
  const setSettings = usePreviewStore((state) => state.setSettings);
  const frame = session?.stack.at(-1);
  if (session?.awaiting.type !== "paused" || frame === undefined) return null;
  const depth = session.stack.length - 1;
  const face = faceOf({ flowId: frame.flowId, nodeId: session.awaiting.nodeId });
  const stop = () => {
    setSettings({ breakpoints: {} });
    void resume({ type: "run" });
  };
  return (
    <div
      role="status"
      className="flex shrink-0 flex-wrap items-center gap-1 border-b border-line bg-warn-soft px-3 py-1.5 text-sm text-warn-text"
    >
      <span className="mr-auto min-w-0 truncate font-medium">
        {t.pause.at(face?.title ?? session.awaiting.nodeId)}
      </span>
      <Button size="sm" look="primary" icon={Play} onClick={() => void resume({ type: "run" })}>
        {t.pause.go}
      </Button>
      <IconButton
        icon={CornerDownRight}
        label={t.pause.step}
        onClick={() => void resume({ type: "step" })}
        className="size-7"
      />
      <IconButton
        icon={Redo2}
        label={t.pause.over}
        onClick={() => void resume({ type: "over", depth })}
        className="size-7"
      />
      <IconButton icon={SkipForward} label={t.pause.stop} onClick={stop} className="size-7" />
    </div>
  );
}
