"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Lock } from "lucide-react";
import { useState } from "react";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { type Outputs, useTRPC } from "#components/trpc-client.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import { commentMessages } from "./messages.ts";

type TesterLink = Outputs["tester"]["list"][number];

export function LinkList() {
  const t = useTexts(commentMessages).link;
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toErrorText = useErrorText();
  const botId = useBuilder((state) => state.botId);
  const links = useQuery(trpc.tester.list.queryOptions({ botId }));
  const [leaving, setLeaving] = useState<TesterLink | null>(null);
  const revoke = useMutation(
    trpc.tester.revoke.mutationOptions({
      onSuccess: async () => {
        setLeaving(null);
        showSuccess(t.revoked);
        await queries.invalidateQueries({ queryKey: trpc.tester.pathKey() });
      },
      onError: (error) => showFailure(toErrorText(error)),
    }),
  );
  return (
    <section aria-label={t.existing} className="border-t border-line pt-4">
      <h3 className="pb-2 text-sm font-semibold text-ink">{t.existing}</h3>
      {links.isPending && <Skeleton className="h-10 w-full" />}
      {links.isError && <ErrorState error={links.error} onRetry={() => void links.refetch()} />}
      {links.data?.length === 0 && <p className="text-sm text-ink-3">{t.none}</p>}
      <ul className="flex flex-col divide-y divide-line">
        {links.data?.map((link) => (
          <LinkRow key={link.id} link={link} onRevoke={() => setLeaving(link)} />
        ))}
      </ul>
      <ConfirmDialog
        isOpen={leaving !== null}
        title={t.revokeTitle(leaving?.name ?? "")}
        body={t.revokeBody}
        action={t.revoke}
        isBusy={revoke.isPending}
        onConfirm={() => leaving && revoke.mutate({ linkId: leaving.id })}
        onClose={() => setLeaving(null)}
      />
    </section>
  );
}

function LinkRow({ link, onRevoke }: { readonly link: TesterLink; onRevoke(): void }) {
  const t = useTexts(commentMessages).link;
  const formats = useFormats();
  return (
    <li className="flex items-center gap-2 py-2">
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-1.5 text-ink">
          <span className="truncate">{link.name}</span>
          {link.hasPassword && <Lock className="size-3.5 shrink-0 text-ink-3" aria-label={t.locked} />}
          {link.isExpired && <Badge tone="warn">{t.expired}</Badge>}
        </p>
        <p className="truncate text-sm text-ink-3">
          {[
            link.versionNumber === null ? t.draft : t.version(link.versionNumber),
            t.until(formats.dateTime(String(link.expiresAt))),
            ...(link.comments > 0 ? [t.comments(link.comments)] : []),
            link.authorName,
          ].join(" · ")}
        </p>
      </div>
      <Button size="sm" look="danger-ghost" onClick={onRevoke}>
        {t.revoke}
      </Button>
    </li>
  );
}
