import { useEffect } from "react";
import { preloadPart } from "#components/ui/lazy-part.tsx";
import { warmLayout } from "../layout/run-layout.ts";
import { loadPreview } from "./open-preview.tsx";
import { PANELS } from "./panels.ts";

const START_AFTER_MS = 1_500;

/** Fetches the code of all panels and of the layout once the canvas stands: whoever is offline later must still be able to work. */
export function usePanelsAhead(): void {
  useEffect(() => {
    let isLeft = false;
    const fetchAll = async (): Promise<void> => {
      for (const load of [...Object.values(PANELS).map((entry) => entry.load), loadPreview]) {
        if (isLeft) return;
        await preloadPart(load).catch(() => {});
      }
      if (!isLeft) await warmLayout().catch(() => {});
    };
    const timer = setTimeout(() => void fetchAll(), START_AFTER_MS);
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, []);
}
