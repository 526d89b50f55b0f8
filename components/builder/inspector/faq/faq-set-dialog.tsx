"use client";

import { useBuilder } from "#components/builder/store/builder-context.ts";
import { Dialog } from "#components/ui/dialog.tsx";
import { FaqSetEditor } from "./faq-set-editor.tsx";
import { findSet } from "./use-faq-set.ts";

type FaqSetDialogProps = {
  readonly setId: string | null;
  /** The entry that is open at first. */
  readonly entryId?: string | null;
  onClose(): void;
};

/** The same editor with room for long answers. */
export function FaqSetDialog({ setId, entryId = null, onClose }: FaqSetDialogProps) {
  const name = useBuilder((state) =>
    setId === null ? "" : (findSet(state.bundle.faqSets, setId)?.name ?? setId),
  );
  return (
    <Dialog isOpen={setId !== null} title={name} width="xl" onClose={onClose}>
      {setId !== null && <FaqSetEditor setId={setId} isWide startId={entryId} />}
    </Dialog>
  );
}
