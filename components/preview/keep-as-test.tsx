"use client";

import { useState } from "react";
import { useErrorText } from "#components/i18n/use-error-text.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { showFailure, showSuccess } from "#components/ui/toast-store.ts";
import { toFlowTest } from "./engine/to-flow-test.ts";
import { previewMessages } from "./messages.ts";
import { usePreviewStore } from "./preview-store.ts";
import { useTestKeeper } from "./use-test-keeper.ts";

/** Keeps the talk as it went: whoever changes an answer later hears of it. */
export function KeepAsTest({ onClose }: { onClose(): void }) {
  const t = useTexts(previewMessages).test;
  const keep = useTestKeeper();
  const toErrorText = useErrorText();
  const talk = usePreviewStore((state) => state.talk);
  const settings = usePreviewStore((state) => state.settings);
  const script = toFlowTest(talk, settings);
  const first = talk.entries.find((entry) => entry.type === "customer");
  const [name, setName] = useState(first?.type === "customer" ? first.text.slice(0, 60) : "");
  const [isBusy, setBusy] = useState(false);

  const save = async () => {
    if (script === null || name.trim() === "") return;
    setBusy(true);
    try {
      await keep({ name: name.trim(), script });
      showSuccess(t.saved);
      onClose();
    } catch (error) {
      showFailure(toErrorText(error));
      setBusy(false);
    }
  };
  return (
    <Dialog
      isOpen
      title={t.title}
      description={script === null ? t.empty : t.lead}
      width="sm"
      onClose={onClose}
      footer={
        <Button
          look="primary"
          isBusy={isBusy}
          disabled={script === null || name.trim() === ""}
          onClick={() => void save()}
        >
          {t.save}
        </Button>
      }
    >
      {script && (
        <TextField
          label={t.name}
          hint={t.turns(script.turns.length)}
          value={name}
          maxLength={120}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.nativeEvent.isComposing) void save();
          }}
        />
      )}
    </Dialog>
  );
}
