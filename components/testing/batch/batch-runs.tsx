"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RunText } from "../run-bar.tsx";
import { isOpen } from "../use-test-run.ts";
import { batchMessages } from "./batch-messages.ts";

const REFRESH_MS = 2_000;

/** Lists that were asked before, newest first. */
export function BatchRuns({ botId }: { readonly botId: string }) {
  const t = useTexts(batchMessages);
  const formats = useFormats();
  const trpc = useTRPC();
  const runs = useQuery(
    trpc.test.runs.queryOptions(
      { botId, kind: "batch" },
      { refetchInterval: (query) => (query.state.data?.some(isOpen) ? REFRESH_MS : false) },
    ),
  );
  if (runs.isPending) return null;
  if (runs.isError) return <ErrorState error={runs.error} onRetry={() => void runs.refetch()} />;
  return (
    <Panel title={t.runs.title} isFlush>
      {runs.data.length === 0 ? (
        <p className="px-5 pb-5 text-sm text-ink-2">{t.runs.empty}</p>
      ) : (
        <ul className="divide-y divide-line border-t border-line">
          {runs.data.map((run) => (
            <li key={run.id}>
              <Link
                href={`/bots/${botId}/batch?run=${run.id}`}
                aria-label={t.runs.open(run.name ?? "")}
                className="flex items-center gap-4 px-5 py-3 hover:bg-hover"
              >
                <span className="min-w-0 flex-1">
                  <span className="block truncate text-base font-medium text-ink">{run.name}</span>
                  <span className="block truncate text-sm text-ink-2">
                    {formats.dateTime(run.createdAt)} · {t.runs.by(run.authorName)}
                  </span>
                </span>
                <span className="shrink-0 text-sm text-ink-2 tabular-nums">
                  {run.state === "done" ? t.runs.right(run.passed, run.total) : <RunText run={run} />}
                </span>
                <ChevronRight className="size-4 shrink-0 text-ink-3" aria-hidden />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
