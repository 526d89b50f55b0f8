"use client";

import { useEffect } from "react";
import { keepTitle } from "./keep-title.ts";

/** Names the tab, so that several open pages can be told apart. */
export function usePageTitle(title: string | null | undefined): void {
  useEffect(() => keepTitle(title ? `${title} · Jieda 解答` : "Jieda 解答"), [title]);
}
