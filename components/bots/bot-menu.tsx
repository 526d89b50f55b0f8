"use client";

import { Code, Link2, MoreHorizontal, Pause, Play } from "lucide-react";
import { useState } from "react";
import { useMay } from "#components/console/me.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Menu, MenuItem, MenuLine } from "#components/ui/menu.tsx";
import { uiMessages } from "#components/ui/messages.ts";
import { showSuccess } from "#components/ui/toast-store.ts";
import { useCopy } from "#components/ui/use-copy.ts";
import type { BotRowData } from "./bot-row.tsx";
import { botMessages } from "./messages.ts";
import { toSnippet } from "./to-snippet.ts";
import { usePausing } from "./use-pausing.ts";

export function BotMenu({ bot }: { readonly bot: BotRowData }) {
  const t = useTexts(botMessages);
  const ui = useTexts(uiMessages);
  const mayPause = useMay("bot.pause");
  const pausing = usePausing(bot);
  const { copy } = useCopy();
  const [isAsking, setAsking] = useState(false);
  const copyAndSay = async (text: string) => {
    await copy(text);
    showSuccess(ui.copied);
  };
  return (
    <>
      <Menu
        trigger={
          <button
            type="button"
            aria-label={t.more(bot.name)}
            className="inline-flex size-8 items-center justify-center rounded-sm text-ink-2 hover:bg-hover hover:text-ink"
          >
            <MoreHorizontal className="size-4" aria-hidden />
          </button>
        }
      >
        <MenuItem icon={Code} onSelect={() => void copyAndSay(toSnippet(bot))}>
          {t.copySnippet}
        </MenuItem>
        <MenuItem icon={Link2} onSelect={() => void copyAndSay(bot.chatUrl)}>
          {t.copyLink}
        </MenuItem>
        {mayPause && <MenuLine />}
        {mayPause &&
          (bot.state === "paused" ? (
            <MenuItem icon={Play} onSelect={() => void pausing.resume()}>
              {t.resume}
            </MenuItem>
          ) : (
            <MenuItem icon={Pause} onSelect={() => setAsking(true)}>
              {t.pause}
            </MenuItem>
          ))}
      </Menu>
      <ConfirmDialog
        isOpen={isAsking}
        title={t.pauseTitle(bot.name)}
        body={t.pauseBody}
        action={t.pause}
        isBusy={pausing.isBusy}
        onConfirm={() => void pausing.pause().then(() => setAsking(false))}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
