"use client";

import { useQuery } from "@tanstack/react-query";
import { FlaskConical } from "lucide-react";
import { useState } from "react";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { useMay } from "#components/console/me.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { type Outputs, useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { testingMessages } from "./messages.ts";
import { RunBar } from "./run-bar.tsx";
import { SuiteSection } from "./suite-section.tsx";
import { TestEditor } from "./test-editor.tsx";
import { TestView } from "./test-view.tsx";
import { TestsToolbar } from "./tests-toolbar.tsx";
import { useUntilSaved } from "./use-saved-draft.ts";
import { useTestRun } from "./use-test-run.ts";

export type Suite = Outputs["test"]["suites"][number];
export type ListedTest = Suite["tests"][number];

/** What the panel shows: all tests, how one went, or one being written. */
type View =
  | { readonly type: "list" }
  | { readonly type: "test"; readonly testId: string }
  | { readonly type: "edit"; readonly testId: string | null; readonly suiteId: string | null };

/** Suites and tests of the bot: written, run and read here. */
export function TestsPanel() {
  const botId = useBuilder((state) => state.botId);
  const trpc = useTRPC();
  const [view, setView] = useState<View>({ type: "list" });
  const runner = useTestRun(botId, useUntilSaved());
  const suites = useQuery(trpc.test.suites.queryOptions({ botId }));

  if (suites.isPending) return <PanelSkeleton />;
  if (suites.isError) return <ErrorState error={suites.error} onRetry={() => void suites.refetch()} />;
  const backToList = () => setView({ type: "list" });
  if (view.type === "edit") {
    const { testId, suiteId } = view;
    return (
      <TestEditor
        key={testId ?? "new"}
        {...{ botId, testId, suiteId }}
        onClose={() => setView(testId === null ? { type: "list" } : { type: "test", testId })}
        onSaved={(saved) => setView({ type: "test", testId: saved })}
      />
    );
  }
  const test = view.type === "test" ? findTest(suites.data, view.testId) : null;
  if (test) {
    return (
      <TestView
        {...{ test, runner, suites: suites.data }}
        onBack={backToList}
        onEdit={() => setView({ type: "edit", testId: test.id, suiteId: test.suiteId })}
      />
    );
  }
  return (
    <TestList
      {...{ botId, runner, suites: suites.data }}
      onOpen={(testId) => setView({ type: "test", testId })}
      onNew={(suiteId) => setView({ type: "edit", testId: null, suiteId })}
    />
  );
}

type TestListProps = {
  readonly botId: string;
  readonly suites: readonly Suite[];
  readonly runner: ReturnType<typeof useTestRun>;
  onOpen(testId: string): void;
  onNew(suiteId: string | null): void;
};

function TestList({ botId, suites, runner, onOpen, onNew }: TestListProps) {
  const t = useTexts(testingMessages);
  const mayChange = useMay("test.create");
  const isEmpty = suites.every(({ tests }) => tests.length === 0);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <TestsToolbar {...{ botId, runner, isEmpty }} onNew={() => onNew(null)} />
      <RunBar runner={runner} />
      {suites.length === 0 ? (
        <EmptyState
          icon={FlaskConical}
          title={t.emptyTitle}
          body={t.emptyBody}
          action={
            mayChange && (
              <Button look="primary" onClick={() => onNew(null)}>
                {t.newTest}
              </Button>
            )
          }
        />
      ) : (
        <ul className="flex flex-col">
          {suites.map((suite) => (
            <SuiteSection key={suite.id} {...{ suite, runner, onOpen }} onNew={() => onNew(suite.id)} />
          ))}
        </ul>
      )}
    </div>
  );
}

function findTest(suites: readonly Suite[], testId: string): ListedTest | null {
  for (const { tests } of suites) {
    const test = tests.find(({ id }) => id === testId);
    if (test) return test;
  }
  return null;
}

function PanelSkeleton() {
  return (
    <Loading>
      <div className="flex flex-col gap-3 p-4">
        <Skeleton className="h-8 w-full" />
        <Skeleton className="h-5 w-2/5" />
        <Skeleton className="h-9 w-full" />
        <Skeleton className="h-9 w-full" />
      </div>
    </Loading>
  );
}
