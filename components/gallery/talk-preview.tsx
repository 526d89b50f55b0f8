"use client";

import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import type { Template } from "#flows/packs/index.ts";
import { galleryMessages } from "./messages.ts";

type TalkPreviewProps = { readonly template: Template; readonly linesMax?: number };

/** How a talk with the template sounds. A picture to look at, so screen readers get it as one list. */
export function TalkPreview({ template, linesMax = 6 }: TalkPreviewProps) {
  const t = useTexts(galleryMessages);
  const locale = usePreferences((state) => state.locale);
  return (
    <ol aria-label={t.dialog.previewLabel} className="flex flex-col gap-1.5">
      {template.preview.slice(0, linesMax).map(({ from, text }, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes while it is shown
          key={index}
          className={joinClasses(
            "max-w-[88%] rounded-md px-2.5 py-1.5 text-sm",
            from === "customer"
              ? "self-end rounded-br-xs bg-accent text-accent-on"
              : "self-start rounded-bl-xs border border-line bg-surface text-ink",
          )}
        >
          {text[locale]}
        </li>
      ))}
    </ol>
  );
}
