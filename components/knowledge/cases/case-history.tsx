"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { caseMessages } from "./messages.ts";

/** Who did what to a case, newest first. */
export function CaseHistory({ caseId }: { readonly caseId: string }) {
  const t = useTexts(caseMessages);
  const formats = useFormats();
  const trpc = useTRPC();
  const history = useInfiniteQuery(
    trpc.knowledge.case.history.infiniteQueryOptions({ caseId }, { getNextPageParam: (page) => page.next }),
  );
  const revisions = history.data?.pages.flatMap((page) => page.revisions) ?? [];
  return (
    <section aria-label={t.history} className="mt-6 border-t border-line pt-4">
      <h3 className="text-sm font-semibold text-ink">{t.history}</h3>
      <ol className="mt-2 flex flex-col gap-2">
        {revisions.map((revision) => (
          <li key={revision.rev} className="text-sm text-ink-2">
            <span className="text-ink">{revision.authorName}</span> {t.kinds[revision.kind]} ·{" "}
            {formats.dateTime(revision.at)}
            {revision.note && <p className="whitespace-pre-wrap text-ink-2">{revision.note}</p>}
          </li>
        ))}
      </ol>
      {history.hasNextPage && (
        <Button look="ghost" isBusy={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
          {t.more}
        </Button>
      )}
    </section>
  );
}
