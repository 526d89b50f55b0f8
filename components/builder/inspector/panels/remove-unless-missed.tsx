"use client";

import { useEffectEvent, useLayoutEffect } from "react";
import type { Use } from "#flows/editing/where-used.ts";
import { RemoveDialog } from "./remove-dialog.tsx";

type RemoveUnlessMissedProps = {
  readonly title: string;
  /** Places that would miss it. */
  readonly uses: readonly Use[];
  readonly action: string;
  readonly isRefused?: boolean;
  onRemove(): void;
  onClose(): void;
};

/** Mounted when something shall go: it goes at once where no place misses it, for an undo brings it back; else those are shown first. */
export function RemoveUnlessMissed({ uses, onRemove, onClose, ...dialog }: RemoveUnlessMissedProps) {
  const isFree = uses.length === 0;
  const removeAtOnce = useEffectEvent(() => {
    onClose();
    onRemove();
  });
  useLayoutEffect(() => {
    if (isFree) removeAtOnce();
  }, [isFree]);
  if (isFree) return null;
  return <RemoveDialog isOpen uses={uses} onRemove={onRemove} onClose={onClose} {...dialog} />;
}
