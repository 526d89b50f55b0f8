"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { CircleCheck, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { type Outputs, useTRPC } from "#components/trpc-client.ts";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { checkMessages } from "../../editor/check-messages.ts";
import { entryMessages } from "../../entries/messages.ts";
import { toQuestion } from "../../entries/to-question.ts";
import { healthMessages } from "./messages.ts";
import { toFindingText } from "./to-finding-text.ts";

type Failing = Outputs["knowledge"]["health"]["failing"]["entries"][number];

const PAGE_SIZE = 20;
/** A mended entry is checked again within a minute. */
const REFRESH_MS = 15_000;

/** Entries in which something must be mended, each with what and a way to it. */
export function FailingList() {
  const t = useTexts(healthMessages);
  const formats = useFormats();
  const trpc = useTRPC();
  const [page, setPage] = useState(0);
  const list = useQuery(
    trpc.knowledge.health.failing.queryOptions(
      { page, pageSize: PAGE_SIZE },
      { placeholderData: keepPreviousData, refetchInterval: REFRESH_MS },
    ),
  );
  const checkedAt = list.data?.checkedAt ?? null;
  return (
    <Panel
      title={t.failingTitle}
      description={t.failingLead}
      actions={
        list.data && (
          <span className="text-sm text-ink-3">
            {checkedAt === null ? t.notChecked : t.checkedAt(formats.short(checkedAt))}
          </span>
        )
      }
      isFlush
    >
      {list.isPending ? (
        <Loading>
          <Skeleton className="m-5 h-24" />
        </Loading>
      ) : list.isError ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : list.data.entries.length === 0 ? (
        <p className="flex items-center gap-2 border-t border-line px-5 py-6 text-sm text-ink-2">
          <CircleCheck className="size-4 text-success" aria-hidden />
          {t.failingNone}
        </p>
      ) : (
        <ul aria-label={t.failingTitle} className="divide-y divide-line border-t border-line">
          {list.data.entries.map((entry) => (
            <FailingRow key={entry.entryId} entry={entry} />
          ))}
        </ul>
      )}
      <Pager
        page={page}
        pages={Math.ceil((list.data?.total ?? 0) / PAGE_SIZE)}
        onPage={setPage}
        className="justify-end px-4 py-2 text-sm text-ink-2"
      />
    </Panel>
  );
}

function FailingRow({ entry }: { readonly entry: Failing }) {
  const t = useTexts(healthMessages);
  const { lints } = useTexts(checkMessages);
  const { locales } = useTexts(entryMessages);
  const locale = usePreferences((state) => state.locale);
  return (
    <li className="px-5 py-3 text-sm">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <Link
          href={`/knowledge/${entry.baseId}?entry=${entry.entryId}`}
          className="font-medium text-ink hover:text-accent-text hover:underline"
        >
          {toQuestion(entry.question, locale)}
        </Link>
        <span className="text-xs text-ink-3">
          {entry.baseName}
          {entry.isChanged && ` · ${t.isChanged}`}
        </span>
      </p>
      <ul className="mt-1 flex flex-col gap-0.5">
        {entry.findings.map((finding) => {
          const text = toFindingText(finding, { lints, locales, findings: t.findings });
          return (
            <li key={`${finding.code} ${text}`} className="flex gap-2 text-ink-2">
              <TriangleAlert className="mt-0.5 size-3.5 shrink-0 text-warn-text" aria-hidden />
              <span>
                {text}
                {typeof finding.facts.entryId === "string" && (
                  <>
                    {" "}
                    <Link
                      href={`/knowledge/${entry.baseId}?entry=${finding.facts.entryId}`}
                      className="text-accent-text hover:underline"
                    >
                      {t.openOther}
                    </Link>
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </li>
  );
}
