"use client";

import { type RefObject, useEffect, useRef } from "react";
import { useBuilder } from "../../store/builder-context.ts";

/** Scrolls to the setting that a problem names. */
export function useSettingsFocus(): RefObject<HTMLDivElement | null> {
  const host = useRef<HTMLDivElement>(null);
  const request = useBuilder((state) => state.focusRequest);
  useEffect(() => {
    if (request === null || request.nodeId !== null || request.path === null) return;
    for (let path = request.path; path !== ""; path = path.replace(/\.?[^.]+$/, "")) {
      const found = host.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`);
      if (!found) continue;
      found.scrollIntoView({ block: "center" });
      found
        .querySelector<HTMLElement>("input, textarea, [contenteditable=true], [role=combobox], button")
        ?.focus();
      return;
    }
  }, [request]);
  return host;
}
