"use client";

import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import Link from "next/link";
import { useMay } from "#components/console/me.ts";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import { toQuestion } from "../entries/to-question.ts";
import { baseReleaseMessages } from "./messages.ts";

/** The questions that every release is asked before it goes out. */
export function TestsPanel({ baseId }: { readonly baseId: string }) {
  const t = useTexts(baseReleaseMessages);
  const formats = useFormats();
  const toErrorText = useErrorText();
  const locale = usePreferences((state) => state.locale);
  const trpc = useTRPC();
  const queries = useQueryClient();
  const mayDelete = useMay("knowledge.deleteTest");
  const list = useInfiniteQuery(
    trpc.knowledge.tests.infiniteQueryOptions({ baseId }, { getNextPageParam: (page) => page.next }),
  );
  const deletion = useMutation(
    trpc.knowledge.deleteTest.mutationOptions({
      onSuccess: () => {
        showSuccess(t.testRemoved);
        return queries.invalidateQueries(trpc.knowledge.tests.pathFilter());
      },
      onError: (error) => showFailure(toErrorText(error)),
    }),
  );
  const tests = list.data?.pages.flatMap((page) => page.tests) ?? [];
  const total = list.data?.pages[0]?.total ?? 0;
  if (!list.isSuccess) return null;
  return (
    <Panel
      title={t.testsTitle(formats.number(total))}
      description={total === 0 ? t.testsNone : t.testsLead}
      isFlush
    >
      {tests.length > 0 && (
        <ul
          aria-label={t.testsList}
          className="max-h-100 divide-y divide-line overflow-y-auto border-t border-line"
        >
          {tests.map(({ id, question, entryId, entryQuestion }) => (
            <li key={id} className="flex items-center gap-3 py-2 pl-5 pr-3">
              <div className="min-w-0 flex-1">
                <p className="break-words text-sm text-ink">{question}</p>
                <p className="truncate text-xs text-ink-3">
                  {t.testOf}
                  <Link
                    href={`/knowledge/${baseId}?entry=${entryId}`}
                    className="hover:text-ink hover:underline"
                  >
                    {toQuestion(entryQuestion, locale)}
                  </Link>
                </p>
              </div>
              {mayDelete && (
                <IconButton
                  icon={Trash2}
                  label={t.removeTest(question)}
                  disabled={deletion.isPending}
                  onClick={() => deletion.mutate({ testId: id })}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <div className="border-t border-line p-2">
          <Button look="ghost" isBusy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t.earlier}
          </Button>
        </div>
      )}
    </Panel>
  );
}
