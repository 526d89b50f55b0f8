"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { templateMessages } from "./messages.ts";

/** WeChat takes no more in one text message (public account and customer service alike). */
export const WECHAT_TEXT_BYTES_MAX = 2_048;

export const countBytes = (text: string): number => new TextEncoder().encode(text).length;

/** Counts as readers do, and warns when a channel would cut the text into several messages. */
export function TextLength({ text }: { readonly text: string }) {
  const t = useTexts(templateMessages);
  const count = Array.from(text).length;
  if (count < 100) return null;
  const bytes = countBytes(text);
  return (
    <p className="flex justify-between gap-3 text-xs text-ink-3">
      <span className="text-warn-text">
        {bytes > WECHAT_TEXT_BYTES_MAX && t.tooLong(Math.ceil(bytes / WECHAT_TEXT_BYTES_MAX))}
      </span>
      <span className="shrink-0">{t.count(count)}</span>
    </p>
  );
}
