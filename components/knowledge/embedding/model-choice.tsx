"use client";

import { useQuery } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { type Outputs, useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { ChoiceCards } from "#components/ui/choice-cards.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { FailureText } from "./failure-text.tsx";
import { embeddingMessages } from "./messages.ts";

const LAYOUT = `models/bge-small-zh-v1.5/
  config.json
  tokenizer.json
  tokenizer_config.json
  1_Pooling/config.json
  onnx/model_quantized.onnx`;
const BYTES_PER_MB = 1024 * 1024;

type ModelChoiceProps = {
  readonly value: string;
  /** The one that is in use, which is shown even when its folder is gone. */
  readonly used: string | null;
  onChange(folder: string): void;
};

/** The models that lie on this machine; those that do not serve say why. */
export function ModelChoice({ value, used, onChange }: ModelChoiceProps) {
  const t = useTexts(embeddingMessages).panel;
  const formats = useFormats();
  const trpc = useTRPC();
  const found = useQuery(trpc.knowledge.vectors.models.queryOptions());
  if (found.isPending)
    return (
      <Loading>
        <Skeleton className="h-24 w-full" />
      </Loading>
    );
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const again = (
    <Button
      size="sm"
      look="ghost"
      icon={RefreshCw}
      isBusy={found.isFetching}
      onClick={() => void found.refetch()}
    >
      {t.lookAgain}
    </Button>
  );
  const isGone = used !== null && !found.data.some(({ name }) => name === used);
  const models = isGone ? [...found.data, toGone(used)] : found.data;
  if (models.length === 0)
    return (
      <div className="rounded-md border border-line bg-sunken px-4 py-3">
        <p className="text-sm font-medium text-ink">{t.noFolders}</p>
        <p className="mt-1 text-sm text-ink-2">{t.noFoldersHow}</p>
        <pre className="mt-2 overflow-x-auto font-mono text-xs text-ink-2">{LAYOUT}</pre>
        <div className="-mb-1 mt-2 flex justify-end">{again}</div>
      </div>
    );
  return (
    <div className="flex flex-col items-start gap-2">
      <div className="w-full">
        <ChoiceCards
          label={t.folder}
          value={value}
          options={models.map(({ name, bytes, problem }) => ({
            ...{ value: name, label: name, isDisabled: problem !== null },
            hint:
              problem === null ? (
                t.folderSize(formats.number(Math.ceil((bytes ?? 0) / BYTES_PER_MB)))
              ) : (
                <span className="text-danger-text">
                  <FailureText code={problem.code} facts={problem.facts} />
                </span>
              ),
          }))}
          onChange={onChange}
        />
      </div>
      {again}
    </div>
  );
}

const toGone = (name: string): Outputs["knowledge"]["vectors"]["models"][number] => ({
  ...{ name, bytes: null },
  problem: { code: "model_missing", facts: { folder: `models/${name}` } },
});
