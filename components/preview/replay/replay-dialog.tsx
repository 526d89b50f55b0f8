"use client";

import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Dialog } from "#components/ui/dialog.tsx";
import { previewMessages } from "../messages.ts";
import { ReplayPicker } from "./replay-picker.tsx";
import { ReplayView } from "./replay-view.tsx";

type ReplayDialogProps = { readonly firstId: string | null; onClose(): void };

/** A real talk beside what the draft would say. */
export function ReplayDialog({ firstId, onClose }: ReplayDialogProps) {
  const t = useTexts(previewMessages).replays;
  const [chosen, setChosen] = useState(firstId);
  return (
    <Dialog isOpen title={t.title} description={t.lead} width="lg" onClose={onClose}>
      {chosen === null ? (
        <ReplayPicker onChoose={setChosen} />
      ) : (
        <ReplayView key={chosen} conversationId={chosen} onBack={() => setChosen(null)} onClose={onClose} />
      )}
    </Dialog>
  );
}
