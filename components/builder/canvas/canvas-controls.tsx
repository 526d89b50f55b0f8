"use client";

import { Panel, useStore } from "@xyflow/react";
import {
  CirclePlus,
  Grid2x2,
  Keyboard,
  Map as MapIcon,
  Maximize,
  Minus,
  Network,
  Plus,
  StickyNote,
} from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { useBuilder } from "../store/builder-context.ts";
import type { CanvasHands } from "./canvas-hands.ts";
import { GRIDS, useCanvasUi } from "./canvas-ui-store.ts";
import { canvasMessages } from "./messages.ts";

const ZOOM_FACTOR = 1.25;

/** Zoom, fit, tidy up, snap, minimap: always in reach at the lower left. */
export function CanvasControls({ hands }: { readonly hands: CanvasHands }) {
  const t = useTexts(canvasMessages).controls;
  const canEdit = useBuilder((state) => state.canEdit);
  const { grid, isMapOpen, setGrid, toggleMap, open } = useCanvasUi();
  const percent = useStore((state) => Math.round(state.transform[2] * 100));
  const nextGrid = GRIDS[(GRIDS.indexOf(grid) + 1) % GRIDS.length] ?? 0;
  return (
    <Panel position="bottom-left" className="!m-3">
      <div
        role="toolbar"
        aria-label={t.label}
        className="flex items-center rounded-md border border-line bg-surface p-0.5 shadow-pop"
      >
        {canEdit && (
          <IconButton
            icon={CirclePlus}
            label={t.add}
            className="text-accent-text md:hidden"
            onClick={() => openKinds(hands)}
          />
        )}
        <IconButton icon={Minus} label={t.zoomOut} onClick={() => hands.zoomBy(1 / ZOOM_FACTOR)} />
        <button
          type="button"
          aria-label={t.zoom(percent)}
          title={t.zoom(percent)}
          className="h-8 w-11 rounded-sm text-center text-xs text-ink-2 tabular-nums hover:bg-hover max-sm:hidden"
          onClick={() => hands.zoomBy(100 / percent)}
        >
          {percent}%
        </button>
        <IconButton icon={Plus} label={t.zoomIn} onClick={() => hands.zoomBy(ZOOM_FACTOR)} />
        <IconButton icon={Maximize} label={t.fit} onClick={hands.fit} />
        {canEdit && (
          <>
            <span className="mx-0.5 h-5 w-px bg-line" />
            <IconButton icon={Network} label={t.layout} onClick={() => void hands.arrange.layout("all")} />
            <IconButton
              icon={StickyNote}
              label={t.note}
              onClick={() => hands.arrange.addNote(hands.context.getCenter())}
            />
            <IconButton
              icon={Grid2x2}
              label={t.grid(grid)}
              aria-pressed={grid !== 0}
              className={joinClasses("max-sm:hidden", grid !== 0 && "text-accent-text")}
              onClick={() => setGrid(nextGrid)}
            />
          </>
        )}
        <IconButton
          icon={MapIcon}
          label={t.map}
          aria-pressed={isMapOpen}
          className={joinClasses("max-md:hidden", isMapOpen && "text-accent-text")}
          onClick={toggleMap}
        />
        <IconButton
          icon={Keyboard}
          label={t.shortcuts}
          className="max-md:hidden"
          onClick={() => open({ type: "shortcuts" })}
        />
      </div>
    </Panel>
  );
}

/** Where there is no room for the palette, its menu opens over the canvas. */
function openKinds({ context }: CanvasHands): void {
  const at = context.getCenter();
  const screen = { x: window.innerWidth / 2 - 144, y: window.innerHeight / 4 };
  useCanvasUi.getState().open({ type: "kinds", screen, purpose: { type: "add", at } });
}
