"use client";

import { useEffect } from "react";

/** Names the tab, so that several open pages can be told apart. */
export function usePageTitle(title: string | null | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} · Jieda 解答` : "Jieda 解答";
  }, [title]);
}
