"use client";

import { useCanvasUi } from "./canvas-ui-store.ts";

/** Says what just happened on the canvas, for those who do not see it. */
export function LiveRegion() {
  const { text, nonce } = useCanvasUi((state) => state.said);
  return (
    <p role="status" aria-live="polite" className="sr-only">
      {text && <span key={nonce}>{text}</span>}
    </p>
  );
}
