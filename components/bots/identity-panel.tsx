"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { useState } from "react";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { showFailure } from "#components/ui/toast-store.ts";
import type { BotDetail } from "./bot-page.tsx";
import { botMessages } from "./messages.ts";

/** Makes or replaces the key of signed identities; the new one is in view until the reader says that it is kept. */
export function IdentityPanel({ bot }: { readonly bot: BotDetail }) {
  const t = useTexts(botMessages).settings;
  const toErrorText = useErrorText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const rotate = useMutation(
    trpc.bot.rotateIdentitySecret.mutationOptions({
      onSuccess: (answer) => {
        setAsking(false);
        setSecret(answer.secret);
        void queries.invalidateQueries(trpc.bot.pathFilter());
      },
      onError: (error) => showFailure(toErrorText(error)),
      // The secret is shown once: it must not stay in the cache of answers.
      gcTime: 0,
    }),
  );
  const make = () => rotate.mutate({ botId: bot.id });
  return (
    <Panel
      title={t.secret}
      description={t.secretHint}
      actions={
        <Badge tone={bot.hasIdentitySecret ? "success" : "neutral"}>
          {bot.hasIdentitySecret ? t.secretYes : t.secretNo}
        </Badge>
      }
    >
      <Button
        icon={KeyRound}
        isBusy={rotate.isPending}
        onClick={bot.hasIdentitySecret ? () => setAsking(true) : make}
      >
        {bot.hasIdentitySecret ? t.secretRotate : t.secretMake}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t.rotateTitle}
        body={t.rotateBody}
        action={t.secretRotate}
        isBusy={rotate.isPending}
        onConfirm={make}
        onClose={() => setAsking(false)}
      />
      <Dialog
        isOpen={secret !== null}
        title={t.secretShownTitle}
        description={t.secretShownBody}
        onClose={() => setSecret(null)}
        footer={
          <Button look="primary" onClick={() => setSecret(null)}>
            {t.done}
          </Button>
        }
      >
        <CodeBlock code={secret ?? ""} label={t.secretLabel} copyLabel={t.copySecret} />
      </Dialog>
    </Panel>
  );
}
