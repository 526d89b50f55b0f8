"use client";

import { useMutation } from "@tanstack/react-query";
import { DoorOpen } from "lucide-react";
import { useState } from "react";
import { useMe } from "#components/console/me.ts";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { showFailure } from "#components/ui/toast-store.ts";
import { settingsMessages } from "./messages.ts";

export function LeavePanel() {
  const t = useTexts(settingsMessages).workspace;
  const me = useMe();
  const trpc = useTRPC();
  const toErrorText = useErrorText();
  const [isAsking, setAsking] = useState(false);
  const leave = useMutation(
    trpc.member.leave.mutationOptions({
      onSuccess: () => window.location.assign("/sign-in"),
      onError: (error) => {
        setAsking(false);
        showFailure(toErrorText(error));
      },
    }),
  );
  return (
    <Panel title={t.leave} description={t.leaveLead}>
      <Button look="danger-ghost" icon={DoorOpen} onClick={() => setAsking(true)} className="-ml-3">
        {t.leave}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t.leaveTitle(me.workspace?.name ?? "")}
        body={t.leaveBody}
        action={t.leave}
        isBusy={leave.isPending}
        onConfirm={() => leave.mutate()}
        onClose={() => setAsking(false)}
      />
    </Panel>
  );
}
