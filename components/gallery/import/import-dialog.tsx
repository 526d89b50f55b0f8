"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { uiMessages } from "#components/ui/messages.ts";
import type { BundleFile } from "#flows/transfer/bundle-file.ts";
import { DropZone } from "./drop-zone.tsx";
import { ImportProblems } from "./import-problems.tsx";
import { ImportReview } from "./import-review.tsx";
import { importMessages } from "./messages.ts";
import { readUpload, type Upload } from "./read-upload.ts";
import { useImporter } from "./use-importer.ts";

type ImportDialogProps = {
  /** Whose draft is replaced; null makes a new bot. */
  readonly bot: { readonly id: string; readonly name: string } | null;
  readonly upload: Upload | null;
  onClose(): void;
};

/** From a file to a draft: what is in it, what is missing, what did not come over; then one button. */
export function ImportDialog({ bot, upload: given, onClose }: ImportDialogProps) {
  const t = useTexts(importMessages);
  const ui = useTexts(uiMessages);
  const locale = usePreferences((state) => state.locale);
  const trpc = useTRPC();
  const importer = useImporter(bot?.id ?? null, onClose);
  const [upload, setUpload] = useState<Upload | null>(given);
  const [ready, setReady] = useState<BundleFile | null>(null);
  const draft = useQuery(
    trpc.draft.get.queryOptions({ botId: bot?.id ?? "" }, { enabled: bot !== null && upload !== null }),
  );
  const take = (next: Upload | null) => {
    setReady(null);
    setUpload(next);
  };
  const choose = (file: File) => void readUpload(file, locale).then(take);
  const file = ready ?? (upload?.type === "file" ? upload.file : null);
  return (
    <Dialog
      isOpen
      width="lg"
      title={bot ? t.replaceTitle(bot.name) : t.title}
      description={bot ? t.replaceLead : t.formats}
      onClose={onClose}
      footer={
        <>
          {upload && (
            <Button look="ghost" onClick={() => take(null)}>
              {t.another}
            </Button>
          )}
          <Button onClick={onClose}>{ui.cancel}</Button>
          {upload?.type === "file" && file && (
            <Button
              look="primary"
              isBusy={importer.isBusy}
              disabled={file.name.trim() === ""}
              onClick={() => importer.send(file)}
            >
              {bot ? t.replace : t.create}
            </Button>
          )}
        </>
      }
    >
      {upload === null ? (
        <DropZone title={t.choose} onFile={choose} />
      ) : upload.type === "refused" ? (
        <ImportProblems refusal={upload} />
      ) : (
        <ImportReview
          key={upload.file.name}
          upload={upload}
          isNew={bot === null}
          otherSets={draft.data?.bundle.faqSets ?? {}}
          onReady={setReady}
        />
      )}
    </Dialog>
  );
}
