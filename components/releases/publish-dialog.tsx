"use client";

import { useBuilder } from "#components/builder/store/builder-context.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Dialog } from "#components/ui/dialog.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { releaseMessages } from "./messages.ts";
import { PublishDone } from "./publish-done.tsx";
import { PublishForm } from "./publish-form.tsx";
import { usePublishing } from "./use-publishing.ts";
import { useReleaseCheck } from "./use-release-check.ts";

/** The way of a draft to customers: what is new, what stands in the way, who gets it, and what becomes of talks under way. */
export function PublishDialog({ onClose }: { onClose(): void }) {
  const t = useTexts(releaseMessages).dialog;
  const botName = useBuilder((state) => state.botName);
  const { check, comparison, isSaved, isReady, error } = useReleaseCheck();
  const publishing = usePublishing();
  const close = () => {
    // While it is on its way, the outcome must be seen.
    if (!publishing.isBusy) onClose();
  };

  if (publishing.answer?.type === "published")
    return <PublishDone version={publishing.answer} onClose={onClose} />;
  const isFirst = check.data?.live === null;
  if (check.data && isReady) {
    return (
      <PublishForm
        title={(isFirst ? t.firstTitle : t.title)(botName)}
        {...{ check: check.data, comparison, publishing, onClose: close }}
      />
    );
  }
  return (
    <Dialog isOpen title={t.title(botName)} width="lg" onClose={close}>
      {error ? (
        <ErrorState error={error} onRetry={() => void check.refetch()} />
      ) : (
        <Loading>
          <div className="flex flex-col gap-3">
            {!isSaved && <p className="text-sm text-ink-2">{t.saving}</p>}
            <Skeleton className="h-5 w-2/3 rounded-sm" />
            <Skeleton className="h-24 w-full rounded-md" />
            <Skeleton className="h-20 w-full rounded-md" />
          </div>
        </Loading>
      )}
    </Dialog>
  );
}
