"use client";

import { AlertDialog } from "radix-ui";
import type { ReactNode } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "./button.tsx";
import { uiMessages } from "./messages.ts";

type ConfirmDialogProps = {
  readonly isOpen: boolean;
  readonly title: string;
  /** Names what will be lost and what stays. */
  readonly body: ReactNode;
  /** Null where there is nothing to confirm: the body says why not. */
  readonly action: string | null;
  readonly isDangerous?: boolean;
  readonly isBusy?: boolean;
  onConfirm(): void;
  onClose(): void;
};

/** Asks before an act that others feel; the harmless answer has the focus. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, title, body, action, isDangerous = true, isBusy = false, onConfirm, onClose } = props;
  const t = useTexts(uiMessages);
  return (
    <AlertDialog.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="veil fixed inset-0 z-40 bg-overlay" />
        <AlertDialog.Content className="pop fixed left-1/2 top-[20vh] z-50 w-[calc(100vw-32px)] max-w-105 -translate-x-1/2 rounded-lg border border-line bg-raised p-5 shadow-panel outline-none">
          <AlertDialog.Title className="text-lg font-semibold text-ink">{title}</AlertDialog.Title>
          <AlertDialog.Description asChild>
            <div className="mt-2 text-base text-ink-2">{body}</div>
          </AlertDialog.Description>
          <div className="mt-5 flex justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button>{action === null ? t.close : t.cancel}</Button>
            </AlertDialog.Cancel>
            {action !== null && (
              <Button look={isDangerous ? "danger" : "primary"} isBusy={isBusy} onClick={onConfirm}>
                {action}
              </Button>
            )}
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
