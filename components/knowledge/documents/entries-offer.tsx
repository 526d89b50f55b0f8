"use client";

import { FileUp } from "lucide-react";
import { useState } from "react";
import { useMay } from "#components/console/me.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { showFailure } from "#components/ui/toast-store.ts";
import { ImportDialog } from "../import/import-dialog.tsx";
import type { ListedDocument } from "./document-row.tsx";
import { fetchOriginal } from "./fetch-original.ts";
import { documentMessages } from "./messages.ts";

/** A document that holds a table of questions and answers serves better as entries; they are one click away. */
export function EntriesOffer({ document }: { readonly document: ListedDocument }) {
  const t = useTexts(documentMessages).entries;
  const formats = useFormats();
  const mayCreate = useMay("knowledge.createEntry");
  const [file, setFile] = useState<File | null>(null);
  const [isFetching, setFetching] = useState(false);
  if (document.qaRows === 0 || document.deletedAt !== null) return null;
  const begin = async () => {
    setFetching(true);
    const original = await fetchOriginal(document);
    setFetching(false);
    if (original === null) showFailure(t.failed);
    else setFile(original);
  };
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
      <span>{t.found(formats.number(document.qaRows))}</span>
      {/* What a page is called has no ending by which the import would know what it is. */}
      {mayCreate && document.source === "upload" && (
        <span className="relative z-10">
          <Button size="sm" icon={FileUp} isBusy={isFetching} onClick={() => void begin()}>
            {t.import}
          </Button>
        </span>
      )}
      {file && <ImportDialog baseId={document.baseId} first={file} onClose={() => setFile(null)} />}
    </div>
  );
}
