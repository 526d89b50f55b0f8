"use client";

import { Pause, Play } from "lucide-react";
import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { botMessages } from "./messages.ts";
import { usePausing } from "./use-pausing.ts";

type PauseButtonProps = {
  readonly bot: { readonly id: string; readonly name: string };
  readonly isPaused: boolean;
};

/** Pausing is asked about, since customers feel it; resuming is not. */
export function PauseButton({ bot, isPaused }: PauseButtonProps) {
  const t = useTexts(botMessages);
  const pausing = usePausing(bot);
  const [isAsking, setAsking] = useState(false);
  if (isPaused) {
    return (
      <Button icon={Play} isBusy={pausing.isBusy} onClick={pausing.resume}>
        {t.resume}
      </Button>
    );
  }
  return (
    <>
      <Button icon={Pause} onClick={() => setAsking(true)}>
        {t.pause}
      </Button>
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
