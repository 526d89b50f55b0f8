"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import type { Use } from "#flows/editing/where-used.ts";
import { panelMessages } from "./messages.ts";
import { UseList } from "./use-list.tsx";

type RemoveDialogProps = {
  readonly isOpen: boolean;
  readonly title: string;
  /** What goes with it. */
  readonly lead?: string;
  /** Places that would miss it. */
  readonly uses: readonly Use[];
  readonly action: string;
  /** Nothing would tell of what breaks: it has to be taken out of all places first. */
  readonly isRefused?: boolean;
  onRemove(): void;
  onClose(): void;
};

/** Asks before a thing goes, and leads to every place that would miss it. */
export function RemoveDialog(props: RemoveDialogProps) {
  const { isOpen, title, lead, uses, action, isRefused = false, onRemove, onClose } = props;
  const t = useTexts(panelMessages).removal;
  const isUsed = uses.length > 0;
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={title}
      body={
        <div className="flex flex-col gap-3">
          {lead && <p>{lead}</p>}
          <p>{isUsed ? (isRefused ? t.refused(uses.length) : t.used(uses.length)) : t.unused}</p>
          {isUsed && <UseList uses={uses} isTitled={false} onGo={onClose} />}
        </div>
      }
      action={isUsed ? (isRefused ? null : t.anyway) : action}
      onConfirm={onRemove}
      onClose={onClose}
    />
  );
}
