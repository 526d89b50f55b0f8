"use client";

import type { ReactNode } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { uiMessages } from "./messages.ts";

/** Wraps skeletons: says once that something loads. */
export function Loading({ children }: { readonly children: ReactNode }) {
  const t = useTexts(uiMessages);
  return (
    <div role="status">
      <span className="sr-only">{t.loading}</span>
      {children}
    </div>
  );
}
