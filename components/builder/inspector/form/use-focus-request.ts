"use client";

import { type RefObject, useEffect, useRef } from "react";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import type { NodePlace } from "#flows/editing/locate.ts";

const FIELD =
  "input, textarea, [contenteditable=true], [role=combobox], [role=radio][data-state=checked], button";

/** Scrolls to the field that a problem or a search names, and puts the cursor into it. */
export function useFocusRequest({ flowId, nodeId }: NodePlace): RefObject<HTMLDivElement | null> {
  const host = useRef<HTMLDivElement>(null);
  const request = useBuilder((state) => state.focusRequest);
  const done = useRef<number | null>(null);

  useEffect(() => {
    if (request === null || request.nonce === done.current || request.path === null) return;
    if (request.flowId !== flowId || request.nodeId !== nodeId) return;
    const { path, nonce } = request;
    // Folded parts open in this very update; their fields are there one frame later.
    const frame = requestAnimationFrame(() => {
      const field = host.current === null ? null : findNearest(host.current, path);
      if (field === null) return;
      done.current = nonce;
      field.scrollIntoView({ block: "center" });
      const control = field.matches(FIELD) ? field : field.querySelector<HTMLElement>(FIELD);
      control?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [request, flowId, nodeId]);

  return host;
}

/** The field of the path, or of the longest part of it that is on the screen. */
function findNearest(host: HTMLElement, path: string): HTMLElement | null {
  for (let known = path; known !== ""; known = known.replace(/(\[\d+\]|\.?[^.[\]]+)$/, "")) {
    const found = host.querySelector<HTMLElement>(`[data-path="${CSS.escape(known)}"]`);
    if (found !== null) return found;
  }
  return null;
}
