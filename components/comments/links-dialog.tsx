"use client";

import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { INPUT_CLASSES } from "#components/ui/text-field.tsx";
import { LinkForm } from "./link-form.tsx";
import { LinkList } from "./link-list.tsx";
import { commentMessages } from "./messages.ts";

/** Makes links for people without an account, and ends them. */
export function LinksDialog({ onClose }: { onClose(): void }) {
  const t = useTexts(commentMessages).link;
  const [url, setUrl] = useState<string | null>(null);
  return (
    <Dialog isOpen title={t.title} description={t.lead} onClose={onClose}>
      <div className="flex flex-col gap-5">
        {url === null ? (
          <LinkForm onMade={setUrl} />
        ) : (
          <div className="flex flex-col gap-3">
            <Notice tone="success">{t.created}</Notice>
            <input
              readOnly
              aria-label={t.title}
              value={url}
              onFocus={(event) => event.target.select()}
              className={`${INPUT_CLASSES} font-mono text-sm`}
            />
            <div className="flex gap-2">
              <CopyButton text={url} label={t.copy} look="primary" size="md" />
              <Button asChild>
                <a href={url} target="_blank" rel="noreferrer">
                  {t.open}
                </a>
              </Button>
              <Button look="ghost" onClick={() => setUrl(null)} className="ml-auto">
                {t.another}
              </Button>
            </div>
          </div>
        )}
        <LinkList />
      </div>
    </Dialog>
  );
}
