"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { consoleMessages } from "#components/console/messages.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import { settingsMessages } from "./messages.ts";

export function InvitationList() {
  const t = useTexts(settingsMessages).invitations;
  const { roles } = useTexts(consoleMessages);
  const formats = useFormats();
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [asking, setAsking] = useState<{ readonly id: string; readonly email: string } | null>(null);
  const invitations = useQuery(trpc.invitation.list.queryOptions());
  const revoke = useMutation(
    trpc.invitation.revoke.mutationOptions({
      onSuccess: async () => {
        showSuccess(t.revoked);
        setAsking(null);
        await queries.invalidateQueries(trpc.invitation.pathFilter());
      },
      onError: (error) => showFailure(toErrorText(error)),
    }),
  );
  return (
    <Panel title={t.title} isFlush>
      {invitations.isPending ? (
        <Skeleton className="mx-5 mb-5 h-6 w-64" />
      ) : invitations.isError ? (
        <ErrorState error={invitations.error} onRetry={() => void invitations.refetch()} />
      ) : invitations.data.length === 0 ? (
        <p className="px-5 pb-5 text-sm text-ink-2">{t.emptyBody}</p>
      ) : (
        <ul aria-label={t.listLabel} className="divide-y divide-line border-t border-line">
          {invitations.data.map((invitation) => (
            <li key={invitation.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-3">
              <span className="min-w-0 flex-1 truncate font-medium text-ink">{invitation.email}</span>
              <Badge>{roles[invitation.role]}</Badge>
              <span className="text-sm text-ink-2">
                {[
                  invitation.invitedBy && t.by(invitation.invitedBy),
                  invitation.isExpired ? t.expired : t.expires(formats.short(invitation.expiresAt)),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
              <Button look="danger-ghost" size="sm" onClick={() => setAsking(invitation)}>
                {t.revoke}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <ConfirmDialog
        isOpen={asking !== null}
        title={t.revokeTitle}
        body={t.revokeBody(asking?.email ?? "")}
        action={t.revoke}
        isBusy={revoke.isPending}
        onConfirm={() => asking && revoke.mutate({ invitationId: asking.id })}
        onClose={() => setAsking(null)}
      />
    </Panel>
  );
}
