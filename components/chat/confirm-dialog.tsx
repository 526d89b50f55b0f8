import { AlertDialog } from "radix-ui";
import { useRef } from "react";
import { useChat } from "./chat-context.ts";

/** Asks before something is lost, and names what. */
export function ConfirmDialog({
  isOpen,
  title,
  text,
  action,
  onConfirm,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly title: string;
  readonly text: string;
  readonly action: string;
  onConfirm(): void;
  onClose(): void;
}) {
  const { t } = useChat();
  // The words must not change under the reader's eyes while the dialog goes away.
  const shown = useRef({ title, text, action });
  if (isOpen) shown.current = { title, text, action };
  return (
    <AlertDialog.Root open={isOpen} onOpenChange={(isNowOpen) => isNowOpen || onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-30 bg-overlay" />
        <AlertDialog.Content
          onEscapeKeyDown={(event) => event.stopPropagation()}
          className="chat-enter fixed top-1/2 left-1/2 z-30 w-[calc(100%-32px)] max-w-80 -translate-x-1/2 -translate-y-1/2 rounded-lg border border-line bg-raised p-5 shadow-panel"
        >
          <AlertDialog.Title className="text-lg font-semibold">{shown.current.title}</AlertDialog.Title>
          <AlertDialog.Description className="mt-1 text-ink-2">{shown.current.text}</AlertDialog.Description>
          <div className="mt-5 flex justify-end gap-2">
            <AlertDialog.Cancel className="h-9 rounded-md border border-line-strong px-3.5 font-medium transition-colors hover:bg-hover">
              {t.cancel}
            </AlertDialog.Cancel>
            <AlertDialog.Action
              onClick={onConfirm}
              className="h-9 rounded-md bg-brand px-3.5 font-medium text-brand-on transition-colors hover:bg-brand-hover"
            >
              {shown.current.action}
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
