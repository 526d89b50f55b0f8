"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import type { Bundle } from "#flows/kernel/flow.ts";
import type { Locale } from "#flows/kernel/text.ts";
import { createResolver } from "#flows/testing/resolve-expected.ts";
import { batchMessages } from "./batch-messages.ts";
import { ColumnMapping } from "./column-mapping.tsx";
import { FileDrop, type LoadedFile } from "./file-drop.tsx";
import { chooseRows, guessMapping, type Mapping, readRows } from "./map-columns.ts";
import { RowPreview } from "./row-preview.tsx";

type BatchImportProps = { readonly botId: string; readonly bundle: Bundle };

/** From a file to questions: what its columns are, which rows can be asked, and off they go. */
export function BatchImport({ botId, bundle }: BatchImportProps) {
  const [file, setFile] = useState<LoadedFile | null>(null);
  if (file === null) return <FileDrop bundle={bundle} onLoad={setFile} />;
  return <MappedFile key={file.name} {...{ botId, bundle, file }} onAnother={() => setFile(null)} />;
}

type MappedFileProps = BatchImportProps & { readonly file: LoadedFile; onAnother(): void };

function MappedFile({ botId, bundle, file, onAnother }: MappedFileProps) {
  const t = useTexts(batchMessages);
  const ownLocale = usePreferences((state) => state.locale);
  const [locale, setLocale] = useState(ownLocale);
  const [guess] = useState(() => guessMapping(file.sheet));
  const [mapping, setMapping] = useState<Mapping>(guess.mapping);
  const [hasHeading, setHeading] = useState(guess.hasHeading);
  const resolve = useMemo(() => createResolver(bundle), [bundle]);
  const read = useMemo(
    () => readRows(file.sheet, { mapping, hasHeading, resolve, variables: bundle.flow.variables }),
    [file, mapping, hasHeading, resolve, bundle],
  );
  const choice = chooseRows(read);
  const { start, error } = useBatchStart(botId);
  return (
    <Panel
      title={file.name}
      actions={
        <Button size="sm" onClick={onAnother}>
          {t.file.another}
        </Button>
      }
    >
      <div className="flex flex-col gap-6">
        <ColumnMapping
          {...{ mapping, hasHeading }}
          sheet={file.sheet}
          onMap={setMapping}
          onHeading={setHeading}
        />
        <RowPreview {...{ read, mapping }} />
        {choice.isTooMany && <Notice tone="warn">{t.preview.tooMany}</Notice>}
        {error && (
          <Notice tone="danger" isAlert>
            {error}
          </Notice>
        )}
        <div className="flex flex-wrap items-center justify-between gap-3">
          <Segmented<Locale>
            label={t.preview.language}
            value={locale}
            options={[
              { value: "zh-CN", label: t.preview.languages["zh-CN"] },
              { value: "en", label: t.preview.languages.en },
            ]}
            onChange={setLocale}
          />
          <Button
            look="primary"
            size="lg"
            disabled={choice.rows.length === 0}
            isBusy={start.isPending}
            onClick={() =>
              start.mutate({ botId, batch: { name: file.name, locale, rows: [...choice.rows] } })
            }
          >
            {choice.rows.length === 0 ? t.preview.nothing : t.preview.start(choice.rows.length)}
          </Button>
        </div>
      </div>
    </Panel>
  );
}

function useBatchStart(botId: string) {
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const start = useMutation(
    trpc.test.startBatch.mutationOptions({
      onSuccess: async ({ runId }) => {
        await queries.invalidateQueries(trpc.test.runs.pathFilter());
        router.push(`/bots/${botId}/batch?run=${runId}`);
      },
    }),
  );
  return { start, error: start.error ? toErrorText(start.error) : null };
}
