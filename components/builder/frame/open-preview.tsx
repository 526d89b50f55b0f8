"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { LazyPart, type Load } from "#components/ui/lazy-part.tsx";
import { builderMessages } from "../messages.ts";
import { useBuilder } from "../store/builder-context.ts";
import { SidePanel } from "./side-panel.tsx";

const WIDTH_PX = 400;

/** Brings the interpreter along. */
export const loadPreview: Load = () =>
  import("#components/preview/preview-panel.tsx").then((module) => module.PreviewPanel);

/** The preview stands beside whatever panel is open. */
export function OpenPreview() {
  const t = useTexts(builderMessages);
  const isOpen = useBuilder((state) => state.isPreviewOpen);
  const setOpen = useBuilder((state) => state.setPreviewOpen);
  if (!isOpen) return null;
  return (
    <SidePanel title={t.panelNames.preview} name="preview" widthPx={WIDTH_PX} onClose={() => setOpen(false)}>
      <LazyPart load={loadPreview} />
    </SidePanel>
  );
}
