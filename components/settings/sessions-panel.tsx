"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { MonitorSmartphone } from "lucide-react";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import { settingsMessages } from "./messages.ts";
import { toDeviceName } from "./to-device-name.ts";

export function SessionsPanel() {
  const t = useTexts(settingsMessages).account;
  const formats = useFormats();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toErrorText = useErrorText();
  const sessions = useQuery(trpc.me.listSessions.queryOptions());
  const revoke = useMutation(
    trpc.me.revokeSession.mutationOptions({
      onSuccess: async () => {
        showSuccess(t.revoked);
        await queries.invalidateQueries(trpc.me.listSessions.queryFilter());
      },
      onError: (error) => showFailure(toErrorText(error)),
    }),
  );
  return (
    <Panel title={t.sessions} description={t.sessionsLead} isFlush>
      {sessions.isPending ? (
        <Skeleton className="mx-5 mb-5 h-10 w-80" />
      ) : sessions.isError ? (
        <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />
      ) : (
        <ul aria-label={t.sessionsLabel} className="divide-y divide-line border-t border-line">
          {sessions.data.map((session) => {
            const device = toDeviceName(session.userAgent);
            const name = device ? t.device(device.browser, device.system) : t.unknownDevice;
            return (
              <li key={session.id} className="flex items-center gap-3 px-5 py-3">
                <MonitorSmartphone className="size-5 shrink-0 text-ink-3" aria-hidden />
                <div className="min-w-0 flex-1">
                  <p className="flex flex-wrap items-center gap-2 font-medium text-ink">
                    {name}
                    {session.isCurrent && <Badge tone="success">{t.thisDevice}</Badge>}
                  </p>
                  <p className="text-sm text-ink-2" title={formats.dateTime(session.createdAt)}>
                    {[session.ipAddress, t.signedIn(formats.relative(session.createdAt))]
                      .filter(Boolean)
                      .join(" · ")}
                  </p>
                </div>
                {!session.isCurrent && (
                  <Button
                    size="sm"
                    aria-label={t.revokeOf(name)}
                    disabled={revoke.isPending}
                    onClick={() => revoke.mutate({ sessionId: session.id })}
                  >
                    {t.revoke}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}
