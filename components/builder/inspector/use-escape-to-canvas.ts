"use client";

import type { KeyboardEvent } from "react";
import { useCallback } from "react";

/** Where the canvas takes keys; React Flow's own element stands in until it is marked. */
const CANVAS = "[data-canvas], .react-flow";

/** Escape leaves a field for the canvas, where the shortcuts are; a menu or a completion that was open takes it first. */
export function useEscapeToCanvas(): (event: KeyboardEvent) => void {
  return useCallback((event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    const canvas = document.querySelector<HTMLElement>(CANVAS);
    if (canvas === null) return;
    event.preventDefault();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    canvas.focus({ preventScroll: true });
  }, []);
}
