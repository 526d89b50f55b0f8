"use client";

import { CircleAlert, CircleCheck, X } from "lucide-react";
import { Toast as Primitive } from "radix-ui";
import { useTexts } from "#components/i18n/use-texts.ts";
import { uiMessages } from "./messages.ts";
import { useToasts } from "./toast-store.ts";

const SHOWN_MS = 5_000;

export function Toaster() {
  const t = useTexts(uiMessages);
  const { toasts, dismiss } = useToasts();
  return (
    <Primitive.Provider duration={SHOWN_MS} label={t.notifications}>
      {toasts.map(({ id, tone, text, action }) => (
        <Primitive.Root
          key={id}
          onOpenChange={(open) => !open && dismiss(id)}
          // A sheet takes the pointer from all that lies outside it; the way back from what was done in it must answer all the same.
          className="pop pointer-events-auto flex items-start gap-2.5 rounded-md border border-line bg-raised py-2.5 pl-3 pr-2 shadow-pop"
        >
          {tone === "success" ? (
            <CircleCheck className="mt-0.5 size-4 shrink-0 text-success-text" aria-hidden />
          ) : (
            <CircleAlert className="mt-0.5 size-4 shrink-0 text-danger-text" aria-hidden />
          )}
          <Primitive.Description className="min-w-0 flex-1 text-sm text-ink">{text}</Primitive.Description>
          {action && (
            <Primitive.Action
              altText={action.label}
              onClick={action.act}
              className="shrink-0 rounded-xs px-1 text-sm font-medium text-accent-text hover:underline"
            >
              {action.label}
            </Primitive.Action>
          )}
          <Primitive.Close
            aria-label={t.close}
            className="inline-flex size-5 shrink-0 items-center justify-center rounded-xs text-ink-3 hover:text-ink"
          >
            <X className="size-3.5" aria-hidden />
          </Primitive.Close>
        </Primitive.Root>
      ))}
      {/* Over the buttons of a sheet, news of a save would be in the way of what comes next. */}
      {/* Each toast announces itself; that it has a live region at all keeps it from being hidden from screen readers by a sheet. */}
      <Primitive.Viewport
        aria-live="off"
        className="fixed right-4 bottom-4 [body:has([data-sheet-footer])_&]:bottom-18 z-[60] flex w-[calc(100vw-32px)] max-w-90 flex-col gap-2 outline-none"
      />
    </Primitive.Provider>
  );
}
