"use client";

import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { uiMessages } from "#components/ui/messages.ts";
import { TextField } from "#components/ui/text-field.tsx";
import { manageMessages } from "./manage-messages.ts";
import { useBotActions } from "./use-bot-actions.ts";

/** What goes with a bot, the most urgent first; what there is none of is not named. */
const COUNTED = ["openConversations", "conversations", "versions", "tests"] as const;

type DeleteBotDialogProps = {
  readonly bot: { readonly id: string; readonly name: string };
  onClose(): void;
};

/** Names what goes, and takes the bot's name as the signature: a click alone could be a slip. */
export function DeleteBotDialog({ bot, onClose }: DeleteBotDialogProps) {
  const t = useTexts(manageMessages);
  const ui = useTexts(uiMessages);
  const trpc = useTRPC();
  const formId = useId();
  const losses = useQuery(trpc.bot.getLosses.queryOptions({ botId: bot.id }));
  const actions = useBotActions();
  const [typed, setTyped] = useState("");
  const isRight = typed.trim() === bot.name.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isRight) void actions.remove(bot.id, typed).then((isGone) => isGone && onClose());
  };
  return (
    <Dialog
      isOpen
      title={t.removeTitle(bot.name)}
      description={t.removeLead}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button look="danger" type="submit" form={formId} disabled={!isRight} isBusy={actions.isBusy}>
            {t.remove}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <ul className="list-disc space-y-1 pl-5 text-sm text-ink-2">
          <li>{t.losses.chat}</li>
          {COUNTED.filter((what) => (losses.data?.[what] ?? 0) > 0).map((what) => (
            <li key={what}>{t.losses[what](losses.data?.[what] ?? 0)}</li>
          ))}
        </ul>
        <TextField
          label={t.typeName(bot.name)}
          error={typed.length >= bot.name.length && !isRight ? t.wrongName : null}
          value={typed}
          autoFocus
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
