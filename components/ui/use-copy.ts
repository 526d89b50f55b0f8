"use client";

import { useCallback, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { uiMessages } from "./messages.ts";
import { showFailure } from "./toast-store.ts";

const SHOWN_MS = 1_500;

/** Copies a text and says for a moment that it did. Outside https the clipboard is shut, so the old way is tried as well. */
export function useCopy(): { readonly isCopied: boolean; copy(text: string): Promise<void> } {
  const t = useTexts(uiMessages);
  const [isCopied, setCopied] = useState(false);
  const copy = useCallback(
    async (text: string) => {
      if (!(await writeClipboard(text))) return showFailure(t.copyFailed);
      setCopied(true);
      setTimeout(() => setCopied(false), SHOWN_MS);
    },
    [t],
  );
  return { isCopied, copy };
}

async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const area = document.createElement("textarea");
  area.value = text;
  area.style.position = "fixed";
  area.style.opacity = "0";
  (document.querySelector("[role=dialog]") ?? document.body).append(area);
  area.select();
  // Deprecated, and the only way on http.
  const isDone = document.execCommand("copy");
  area.remove();
  return isDone;
}
