"use client";

import type { ReactNode, Ref } from "react";
import { joinClasses } from "./join-classes.ts";

type ScrollRegionProps = {
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLElement>;
};

/** A part of the page that scrolls by itself; the keyboard reaches it too (WCAG 2.1.1). */
export function ScrollRegion({ label, className, children, ref }: ScrollRegionProps) {
  return (
    <section
      {...(ref ? { ref } : {})}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: without it nobody could scroll here by keyboard
      tabIndex={0}
      className={joinClasses("overflow-y-auto -outline-offset-2", className)}
    >
      {children}
    </section>
  );
}
