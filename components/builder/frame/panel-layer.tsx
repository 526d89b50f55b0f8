"use client";

import { type ReactNode, useLayoutEffect, useRef } from "react";

/**
 * Panels lie over the canvas, so that the drawing stays where it is when one opens. What stands on the canvas keeps clear of them
 * by `--covered-right`, the width that they cover; zero on phones, where a panel is a sheet from below.
 */
export function PanelLayer({ children }: { readonly children: ReactNode }) {
  const layer = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = layer.current;
    const stage = element?.parentElement;
    if (!element || !stage) return;
    const observer = new ResizeObserver(() =>
      stage.style.setProperty("--covered-right", `${element.offsetWidth}px`),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div
      ref={layer}
      // A panel that takes no clicks yet (`settle`) lets them through to the canvas; so must what it stands in.
      className="pointer-events-none absolute inset-y-0 right-0 z-20 flex max-w-full *:pointer-events-auto max-md:contents"
    >
      {children}
    </div>
  );
}
