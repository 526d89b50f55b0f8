"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { showSuccess } from "#components/ui/toast-store.ts";
import type { FlowTestScript } from "#flows/testing/flow-test.ts";
import { testEditorMessages } from "./editor-messages.ts";
import { BLANK_SCRIPT } from "./test-draft.ts";
import { TestForm } from "./test-form.tsx";

type TestEditorProps = {
  readonly botId: string;
  /** Null writes a new one, into `suiteId` or else the default suite. */
  readonly testId: string | null;
  readonly suiteId: string | null;
  onClose(): void;
  onSaved(testId: string): void;
};

export function TestEditor(props: TestEditorProps) {
  const { testId } = props;
  const trpc = useTRPC();
  const test = useQuery(trpc.test.get.queryOptions({ testId: testId ?? "" }, { enabled: testId !== null }));
  if (testId === null) return <OpenEditor {...props} initial={null} />;
  if (test.isError) return <ErrorState error={test.error} onRetry={() => void test.refetch()} />;
  if (test.isPending) {
    return (
      <Loading>
        <Skeleton className="m-4 h-9" />
        <Skeleton className="m-4 h-40" />
      </Loading>
    );
  }
  return <OpenEditor {...props} initial={test.data} />;
}

type OpenEditorProps = TestEditorProps & {
  readonly initial: { readonly name: string; readonly script: FlowTestScript } | null;
};

function OpenEditor({ botId, testId, suiteId, initial, onClose, onSaved }: OpenEditorProps) {
  const t = useTexts(testEditorMessages);
  const locale = usePreferences((state) => state.locale);
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [start] = useState(() => initial ?? { name: "", script: { ...BLANK_SCRIPT, locale } });
  const after = {
    onSuccess: async (saved: { readonly testId: string }) => {
      showSuccess(t.saved);
      await Promise.all([
        queries.invalidateQueries(trpc.test.suites.pathFilter()),
        queries.invalidateQueries(trpc.test.get.queryFilter({ testId: saved.testId })),
      ]);
      onSaved(saved.testId);
    },
  };
  const create = useMutation(trpc.test.create.mutationOptions(after));
  const update = useMutation(trpc.test.update.mutationOptions(after));
  const failure = create.error ?? update.error;
  return (
    <TestForm
      title={testId === null ? t.newTitle : t.editTitle}
      start={start}
      isBusy={create.isPending || update.isPending}
      error={failure ? toErrorText(failure) : null}
      onClose={onClose}
      onSave={({ name, script }) => {
        if (testId !== null) update.mutate({ testId, name, script });
        else create.mutate({ botId, suiteId, locale, name, source: "hand", script });
      }}
    />
  );
}
