"use client";

import { useEffect } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { showSuccess } from "#components/ui/toast-store.ts";
import { builderMessages } from "../messages.ts";
import { useBuilder } from "../store/builder-context.ts";

/** Tells what was undone or redone: to screen readers always, as a toast when others' edits were left standing. */
export function TravelNews() {
  const t = useTexts(builderMessages);
  const travel = useBuilder((state) => state.lastTravel);
  const words = travel && (travel.kind === "undo" ? t.undone : t.redone)(t.edits[travel.label]);
  const skipped = travel?.skipped ?? 0;
  const nonce = travel?.nonce ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same step taken twice is told twice
  useEffect(() => {
    if (skipped > 0) showSuccess(t.skipped(skipped));
  }, [nonce, skipped, t]);
  return (
    <p role="status" className="sr-only">
      {words && <span key={nonce}>{words}</span>}
    </p>
  );
}
