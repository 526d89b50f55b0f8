"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { followSheet, startPlace } from "./follow-sheet.ts";

/** Opens and closes sheets that the address names, so that "back" leads to the list they were opened from, as it stood. */
export function useSheetHistory(openId: string | null) {
  const router = useRouter();
  const place = useRef(startPlace(openId));
  const isReplacing = useRef(false);
  /** Going back takes a moment; the second of two quick clicks would leave the list too. */
  const isClosing = useRef(false);
  useEffect(() => {
    place.current = followSheet(place.current, openId, isReplacing.current);
    isReplacing.current = false;
    isClosing.current = false;
  }, [openId]);
  return {
    open: (href: Route) => {
      isReplacing.current = openId !== null;
      if (openId === null) router.push(href, { scroll: false });
      else router.replace(href, { scroll: false });
    },
    /** `href` is the list, for a sheet that was opened by its address. */
    close: (href: Route) => {
      if (isClosing.current) return;
      isClosing.current = true;
      if (place.current.isAboveList) router.back();
      else router.replace(href, { scroll: false });
    },
  };
}
