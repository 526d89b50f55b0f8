"use client";

import { FindBar } from "../find/find-bar.tsx";
import { Palette } from "../palette/palette.tsx";
import { ShortcutSheet } from "../shortcuts/shortcut-sheet.tsx";
import { useBuilder } from "../store/builder-context.ts";
import { BuilderCanvas } from "./builder-canvas.tsx";
import { FlowTabs } from "./flow-tabs.tsx";

/** The middle of the builder: nodes to choose from, the drawing, search over it. */
export function CanvasArea() {
  const canEdit = useBuilder((state) => state.canEdit);
  return (
    <div className="flex min-h-0 flex-1">
      {canEdit && (
        <aside
          data-tour="palette"
          className="flex w-52 shrink-0 flex-col border-r border-line bg-surface max-md:hidden"
        >
          <Palette />
        </aside>
      )}
      <div className="relative flex min-h-0 min-w-0 flex-1 flex-col">
        <FlowTabs />
        <div className="relative flex min-h-0 flex-1 flex-col">
          <BuilderCanvas />
          <FindBar />
        </div>
      </div>
      <ShortcutSheet />
    </div>
  );
}
