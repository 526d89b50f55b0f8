"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { LazyPart } from "#components/ui/lazy-part.tsx";
import { CanvasArea } from "../canvas/canvas-area.tsx";
import { builderMessages } from "../messages.ts";
import { ConflictCards } from "../recovery/conflict-cards.tsx";
import { useBuilder } from "../store/builder-context.ts";
import { Tour } from "../tour/tour.tsx";
import { OpenPreview } from "./open-preview.tsx";
import { PanelLayer } from "./panel-layer.tsx";
import { PanelRail } from "./panel-rail.tsx";
import { PANELS } from "./panels.ts";
import { SidePanel } from "./side-panel.tsx";
import { TopBar } from "./top-bar.tsx";
import { TravelNews } from "./travel-news.tsx";
import { usePanelsAhead } from "./use-panels-ahead.ts";

const PANEL_WIDTH_PX = 380;

/** The builder's one screen: what is drawn in the middle, everything about it around. */
export function BuilderFrame() {
  usePanelsAhead();
  return (
    <div className="flex h-dvh flex-col overflow-hidden bg-canvas">
      <TopBar />
      <div className="flex min-h-0 flex-1 max-md:flex-col">
        <div className="relative flex min-h-0 min-w-0 flex-1">
          <main data-tour="canvas" className="relative flex min-h-0 min-w-0 flex-1 flex-col">
            <CanvasArea />
            <ConflictCards />
          </main>
          <PanelLayer>
            <OpenPanel />
            <OpenPreview />
          </PanelLayer>
        </div>
        <PanelRail />
      </div>
      <TravelNews />
      <Tour />
    </div>
  );
}

function OpenPanel() {
  const t = useTexts(builderMessages);
  const name = useBuilder((state) => state.panel);
  const setPanel = useBuilder((state) => state.setPanel);
  const entry = name === null ? undefined : PANELS[name];
  if (name === null || !entry) return null;
  return (
    <SidePanel title={t.panelNames[name]} name={name} widthPx={PANEL_WIDTH_PX} onClose={() => setPanel(null)}>
      <LazyPart key={name} load={entry.load} />
    </SidePanel>
  );
}
