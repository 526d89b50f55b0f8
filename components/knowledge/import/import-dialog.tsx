"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { errorMessages } from "#components/i18n/error-messages.ts";
import { toErrorText } from "#components/i18n/to-error-text.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { uiMessages } from "#components/ui/messages.ts";
import { Notice } from "#components/ui/notice.tsx";
import { SwitchField } from "#components/ui/switch-field.tsx";
import { showSuccess } from "#components/ui/toast-store.ts";
import { ImportFilePicker } from "./import-file-picker.tsx";
import { ImportRows } from "./import-rows.tsx";
import { MappingFields } from "./mapping-fields.tsx";
import { importMessages } from "./messages.ts";
import { isOfSameFile, toPreviewKey } from "./preview-key.ts";
import {
  type ImportMapping,
  type ImportPreview,
  ImportRefusal,
  importEntries,
  previewEntries,
} from "./send-entries.ts";

type ImportDialogProps = {
  readonly baseId: string;
  /** What it begins with, where that was chosen elsewhere. */
  readonly first?: File;
  onClose(): void;
};

/** A file, what it would bring, then the decision. */
export function ImportDialog({ baseId, first, onClose }: ImportDialogProps) {
  const t = useTexts(importMessages);
  const ui = useTexts(uiMessages);
  const formats = useFormats();
  const [file, setFile] = useState(first);
  const [mapping, setMapping] = useState<ImportMapping | null>(null);
  const [skipsDuplicates, setSkipsDuplicates] = useState(true);
  const [skipsFailed, setSkipsFailed] = useState(false);
  const key = toPreviewKey({ baseId, file, mapping });
  const preview = useQuery({
    queryKey: key,
    queryFn: () => (file ? previewEntries({ baseId, file, mapping }) : null),
    enabled: file !== undefined,
    placeholderData: (previous, query) => (isOfSameFile(key, query?.queryKey) ? previous : undefined),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const bring = useBringing(onClose);
  const data = file ? preview.data : null;
  const count = data ? countTaken(data, skipsDuplicates) : 0;
  const isStopped = Boolean(data && data.failed > 0 && !skipsFailed);
  return (
    <Dialog
      isOpen
      title={t.title}
      description={t.lead}
      width="xl"
      onClose={onClose}
      footer={
        <>
          {file && (
            <Button
              look="ghost"
              disabled={bring.isPending}
              onClick={() => {
                setFile(undefined);
                setMapping(null);
                bring.reset();
              }}
            >
              {t.another}
            </Button>
          )}
          <span className="flex-1" />
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button
            look="primary"
            isBusy={bring.isPending}
            disabled={!data || preview.isFetching || count === 0 || isStopped}
            onClick={() => file && bring.mutate({ baseId, file, mapping, skipsFailed, skipsDuplicates })}
          >
            {count === 0 ? t.goNone : t.go(formats.number(count))}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {file === undefined && <ImportFilePicker onFile={setFile} />}
        {file && preview.isPending && <p className="text-sm text-ink-2">{t.reading}</p>}
        <Refusal error={bring.error ?? (file ? preview.error : null)} />
        {data?.total === 0 ? <Nothing /> : null}
        {data && data.total > 0 && (
          <>
            <Counts preview={data} />
            {data.columns.length > 0 && (
              <MappingFields columns={data.columns} mapping={data.mapping} onChange={setMapping} />
            )}
            <AnswerAdvice mapping={data.mapping} />
            {data.duplicates > 0 && (
              <SwitchField label={t.skipDuplicates} isOn={skipsDuplicates} onChange={setSkipsDuplicates} />
            )}
            {data.failed > 0 && (
              <SwitchField
                label={t.skipFailed}
                hint={t.skipFailedHint}
                isOn={skipsFailed}
                onChange={setSkipsFailed}
              />
            )}
            <ImportRows rows={data.rows} total={data.total} />
          </>
        )}
      </div>
    </Dialog>
  );
}

function Nothing() {
  const t = useTexts(importMessages);
  return (
    <Notice tone="warn" title={t.nothing} isAlert>
      {t.nothingHow}
    </Notice>
  );
}

/** Whoever overlooks an unrecognised column would find hundreds of drafts without answers. */
function AnswerAdvice({ mapping }: Pick<ImportPreview, "mapping">) {
  const t = useTexts(importMessages);
  if (mapping.some((field) => field?.startsWith("answer"))) return null;
  return <Notice tone="warn">{t.noAnswer}</Notice>;
}

type Bringing = Parameters<typeof importEntries>[0] & Parameters<typeof importEntries>[1];

function useBringing(onDone: () => void) {
  const t = useTexts(importMessages);
  const trpc = useTRPC();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (bringing: Bringing) => importEntries(bringing, bringing),
    onSuccess: async ({ added, skipped }) => {
      showSuccess(t.done(added, skipped));
      await queries.invalidateQueries(trpc.knowledge.pathFilter());
      onDone();
    },
  });
}

/** Lines with errors are never among those that are there already. */
const countTaken = ({ valid, duplicates }: ImportPreview, skipsDuplicates: boolean): number =>
  skipsDuplicates ? valid - duplicates : valid;

function Counts({ preview }: { readonly preview: ImportPreview }) {
  const t = useTexts(importMessages);
  const formats = useFormats();
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm" aria-live="polite">
      <span className="text-ink-2">{t.total(formats.number(preview.total))}</span>
      <span className="text-success-text">{t.valid(formats.number(preview.valid))}</span>
      {preview.duplicates > 0 && (
        <span className="text-warn-text">{t.duplicates(formats.number(preview.duplicates))}</span>
      )}
      {preview.failed > 0 && (
        <span className="text-danger-text">{t.failed(formats.number(preview.failed))}</span>
      )}
    </p>
  );
}

function Refusal({ error }: { readonly error: Error | null }) {
  const texts = useTexts(errorMessages);
  if (error === null) return null;
  const failure = error instanceof ImportRefusal ? error.failure : { code: "internal" };
  return (
    <Notice tone="danger" isAlert>
      {toErrorText(failure, texts)}
    </Notice>
  );
}
