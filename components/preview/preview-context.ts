"use client";

import { createContext, useCallback, useContext } from "react";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { usePreferences } from "#components/i18n/preferences.ts";
import type { Preview } from "./create-preview.ts";
import { findFlowNode, type NodeFace, type NodePlace, toNodeFace } from "./node-names.ts";

export const PreviewContext = createContext<Preview | null>(null);

/** What can be done with the open talk; only inside the preview. */
export function usePreview(): Preview {
  const preview = useContext(PreviewContext);
  if (!preview) throw new Error("usePreview is for parts of the preview");
  return preview;
}

/** Names the draft's nodes to the reader; null for what is gone. */
export function useNodeFaces(): (place: NodePlace) => NodeFace | null {
  const bundle = useBuilder((state) => state.bundle);
  const locale = usePreferences((state) => state.locale);
  return useCallback(
    (place) => {
      const node = findFlowNode(bundle, place);
      return node === null ? null : toNodeFace(node, locale);
    },
    [bundle, locale],
  );
}
