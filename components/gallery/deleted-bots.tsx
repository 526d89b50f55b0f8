"use client";

import { useQuery } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { toBrandColors } from "#components/chat/brand-colors.ts";
import { useMay } from "#components/console/me.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { type Outputs, useTRPC } from "#components/trpc-client.ts";
import { Avatar } from "#components/ui/avatar.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { manageMessages } from "./manage-messages.ts";
import { useBotActions } from "./use-bot-actions.ts";

type DeletedBot = Outputs["bot"]["listDeleted"][number];

/** The way to what was deleted; nothing is shown while nothing was. */
export function DeletedBots() {
  const t = useTexts(manageMessages);
  const trpc = useTRPC();
  const mayList = useMay("bot.listDeleted");
  const bots = useQuery(trpc.bot.listDeleted.queryOptions(undefined, { enabled: mayList }));
  const [isOpen, setOpen] = useState(false);
  if (!bots.data || (bots.data.length === 0 && !isOpen)) return null;
  return (
    <>
      <Button look="ghost" size="sm" icon={Trash2} className="mt-3" onClick={() => setOpen(true)}>
        {t.deletedBots(bots.data.length)}
      </Button>
      <Dialog
        isOpen={isOpen}
        title={t.deletedTitle}
        description={t.deletedLead}
        onClose={() => setOpen(false)}
      >
        <ul className="divide-y divide-line">
          {bots.data.map((bot) => (
            <DeletedRow key={bot.id} bot={bot} onRestore={() => bots.data.length === 1 && setOpen(false)} />
          ))}
        </ul>
      </Dialog>
    </>
  );
}

type DeletedRowProps = { readonly bot: DeletedBot; onRestore(): void };

function DeletedRow({ bot, onRestore }: DeletedRowProps) {
  const t = useTexts(manageMessages);
  const formats = useFormats();
  const actions = useBotActions();
  return (
    <li className="flex items-center gap-3 py-2.5">
      <Avatar name={bot.name} colors={toBrandColors(bot.color)} />
      <div className="min-w-0 flex-1">
        <p className="truncate text-base font-medium text-ink">{bot.name}</p>
        <p className="text-xs text-ink-3">
          {t.deletedAt(formats.relative(bot.deletedAt), formats.dateTime(bot.until))}
        </p>
      </div>
      <Button size="sm" isBusy={actions.isBusy} onClick={() => void actions.restore(bot.id).then(onRestore)}>
        {t.restore}
      </Button>
    </li>
  );
}
