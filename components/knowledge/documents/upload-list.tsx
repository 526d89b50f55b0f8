"use client";

import { X } from "lucide-react";
import { errorMessages } from "#components/i18n/error-messages.ts";
import { usePreferences } from "#components/i18n/preferences.ts";
import { toErrorText } from "#components/i18n/to-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { documentMessages } from "./messages.ts";
import { toReadFailureText } from "./read-failure-messages.ts";
import type { UploadItem, useUploads } from "./use-uploads.ts";

/** Files on their way; each says for itself what became of it. */
export function UploadList({ uploads }: { readonly uploads: ReturnType<typeof useUploads> }) {
  const t = useTexts(documentMessages);
  // Those that were taken stand in the list below.
  const items = uploads.items.filter(({ state }) => state !== "done" && state !== "stopped");
  if (items.length === 0) return null;
  return (
    <section aria-label={t.uploads} className="rounded-lg border border-line bg-surface px-4 py-3">
      <ul className="flex flex-col gap-2" aria-live="polite">
        {items.map((item) => (
          <UploadRow key={item.id} item={item} onCancel={() => uploads.cancel(item.id)} />
        ))}
      </ul>
      {items.some(({ state }) => state === "failed") && (
        <Button look="ghost" size="sm" className="mt-2" onClick={uploads.clear}>
          {t.clearUploads}
        </Button>
      )}
    </section>
  );
}

function UploadRow({ item, onCancel }: { readonly item: UploadItem; onCancel(): void }) {
  const t = useTexts(documentMessages);
  const errors = useTexts(errorMessages);
  const locale = usePreferences((state) => state.locale);
  const percent = Math.round(item.share * 100);
  if (item.state === "failed") {
    const { failure } = item;
    const why =
      failure?.code === "payload_too_large"
        ? t.tooLarge
        : failure?.code === "unsupported_media_type"
          ? toReadFailureText({ code: "file_type", facts: null }, locale)
          : toErrorText(failure ?? { code: "internal" }, errors);
    return (
      <li className="text-sm">
        <span className="text-danger-text">{t.uploadFailed(item.name)}</span>
        <span className="ml-2 text-ink-2">{why}</span>
      </li>
    );
  }
  return (
    <li className="flex items-center gap-3 text-sm">
      <span className="min-w-0 flex-1 truncate text-ink">{item.name}</span>
      <span aria-hidden className="h-1.5 w-28 overflow-hidden rounded-full bg-sunken">
        <span className="block h-full rounded-full bg-accent" style={{ width: `${percent}%` }} />
      </span>
      <span className="w-24 text-right text-ink-3">
        {item.state === "waiting" ? t.waiting : t.uploading(percent)}
      </span>
      <IconButton icon={X} label={t.cancelUpload} onClick={onCancel} />
    </li>
  );
}
