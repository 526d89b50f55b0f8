"use client";

import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { releaseMessages } from "./messages.ts";
import { RunningChoice, type RunningTalks } from "./running-choice.tsx";

type RunningDialogProps = {
  readonly title: string;
  readonly body?: string;
  readonly action: string;
  /** Asked above the choices. */
  readonly question: string;
  readonly isDangerous?: boolean;
  readonly isBusy: boolean;
  onConfirm(running: RunningTalks): void;
  onClose(): void;
};

/** The second click of whatever changes what customers get: it is safe as it stands, and the action has the focus. */
export function RunningDialog(props: RunningDialogProps) {
  const { title, body, action, question, isDangerous = false, isBusy, onConfirm, onClose } = props;
  const t = useTexts(releaseMessages).dialog;
  const [running, setRunning] = useState<RunningTalks>("finish");
  return (
    <Dialog
      isOpen
      title={title}
      {...(body === undefined ? {} : { description: body })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button
            look={isDangerous ? "danger" : "primary"}
            isBusy={isBusy}
            onClick={() => onConfirm(running)}
          >
            {action}
          </Button>
        </>
      }
    >
      <RunningChoice label={question} value={running} isDisabled={isBusy} onChange={setRunning} />
    </Dialog>
  );
}
