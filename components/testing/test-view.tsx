"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, Pencil, Play } from "lucide-react";
import { useMay } from "#components/console/me.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { testingMessages } from "./messages.ts";
import { OutcomeIcon } from "./outcome-icon.tsx";
import { RunBar } from "./run-bar.tsx";
import { TestMenu } from "./test-menu.tsx";
import type { ListedTest, Suite } from "./tests-panel.tsx";
import { TurnResult } from "./turn-result.tsx";
import type { useTestRun } from "./use-test-run.ts";

type TestViewProps = {
  readonly test: ListedTest;
  readonly suites: readonly Suite[];
  readonly runner: ReturnType<typeof useTestRun>;
  onBack(): void;
  onEdit(): void;
};

/** How one test went last, turn by turn. */
export function TestView({ test, suites, runner, onBack, onEdit }: TestViewProps) {
  const t = useTexts(testingMessages);
  const mayRun = useMay("test.run");
  const mayChange = useMay("test.update");
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex items-center gap-2 border-b border-line py-2 pl-2 pr-3">
        <IconButton icon={ArrowLeft} label={t.back} side="bottom" onClick={onBack} />
        <h3 className="min-w-0 flex-1 truncate text-base font-semibold text-ink">{test.name}</h3>
        {mayRun && (
          <Button
            size="sm"
            look="primary"
            icon={Play}
            isBusy={runner.isBusy}
            onClick={() => void runner.start({ suiteIds: [test.suiteId], testId: test.id })}
          >
            {t.test.run}
          </Button>
        )}
        {mayChange && <IconButton icon={Pencil} label={t.test.edit} side="bottom" onClick={onEdit} />}
        {mayChange && <TestMenu {...{ test, suites }} onDeleted={onBack} />}
      </div>
      <RunBar runner={runner} />
      {test.outcome === null ? (
        <div className="p-4">
          <Notice tone="info" title={t.test.neverTitle}>
            {t.test.neverBody}
          </Notice>
        </div>
      ) : (
        <LastResult testId={test.id} outcome={test.outcome} />
      )}
    </div>
  );
}

type LastResultProps = { readonly testId: string; readonly outcome: NonNullable<ListedTest["outcome"]> };

function LastResult({ testId, outcome }: LastResultProps) {
  const t = useTexts(testingMessages);
  const formats = useFormats();
  const trpc = useTRPC();
  const result = useQuery(trpc.test.getResult.queryOptions({ runId: outcome.runId, testId }));
  if (result.isError) return <ErrorState error={result.error} onRetry={() => void result.refetch()} />;
  return (
    <div className="flex flex-col gap-4 p-4">
      <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-2">
        <OutcomeIcon outcome={outcome} />
        <span className="font-medium text-ink">{outcome.passed ? t.state.passed : t.state.failed}</span>
        <span>{t.test.ranAt(formats.relative(outcome.at))}</span>
      </p>
      {!outcome.isCurrent && <Notice tone="warn">{t.test.staleNote}</Notice>}
      {result.isPending ? (
        <Loading>
          <Skeleton className="h-24 w-full rounded-md" />
        </Loading>
      ) : (
        <ol className="flex flex-col gap-4">
          {result.data.turns.map((turn, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: turns have no identity but their place
            <TurnResult key={index} turn={turn} isSkipped={isSkipped(result.data.turns, index)} />
          ))}
        </ol>
      )}
    </div>
  );
}

/** After a turn that could not be played nothing is. */
const isSkipped = (turns: readonly { readonly problem: unknown }[], index: number): boolean =>
  turns.slice(0, index).some(({ problem }) => problem !== null);
