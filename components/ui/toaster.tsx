"use client";

import { CircleAlert, CircleCheck, X } from "lucide-react";
import { Toast as Primitive } from "radix-ui";
import { useTexts } from "#components/i18n/use-texts.ts";
import { joinClasses } from "./join-classes.ts";
import { uiMessages } from "./messages.ts";
import { isAnswerable, toShownMs } from "./to-shown-ms.ts";
import { useToasts } from "./toast-store.ts";

/** A sheet takes the pointer from all that lies outside it; the way back from what was done in it must answer all the same. */
const BUTTON = "pointer-events-auto";

/**
 * News lies where nobody types or decides: high in the middle, on phones under the bar with the buttons. Clicks go through it
 * but for its own buttons, and what offers nothing to click has none and is soon gone.
 */
export function Toaster() {
  const t = useTexts(uiMessages);
  const { toasts, dismiss } = useToasts();
  return (
    <Primitive.Provider label={t.notifications}>
      {toasts.map(({ id, tone, text, action }) => (
        <Primitive.Root
          key={id}
          duration={toShownMs({ tone, text, action })}
          onOpenChange={(open) => !open && dismiss(id)}
          className="pop pointer-events-none flex max-w-full items-start gap-2.5 rounded-md border border-line bg-raised px-3 py-2.5 shadow-pop"
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
              className={joinClasses(
                BUTTON,
                "shrink-0 rounded-xs px-1 text-sm font-medium text-accent-text hover:underline",
              )}
            >
              {action.label}
            </Primitive.Action>
          )}
          {isAnswerable({ tone, action }) && (
            <Primitive.Close
              aria-label={t.close}
              className={joinClasses(
                BUTTON,
                "-mr-1 inline-flex size-5 shrink-0 items-center justify-center rounded-xs text-ink-3 hover:text-ink",
              )}
            >
              <X className="size-3.5" aria-hidden />
            </Primitive.Close>
          )}
        </Primitive.Root>
      ))}
      {/* Each toast announces itself; that it has a live region at all keeps it from being hidden from screen readers by a sheet. */}
      <Primitive.Viewport
        aria-live="off"
        label={`${t.notifications} ({hotkey})`}
        className="pointer-events-none fixed top-3 left-1/2 z-[60] flex w-[calc(100vw-32px)] max-w-90 -translate-x-1/2 flex-col items-center gap-2 outline-none max-md:top-14"
      />
    </Primitive.Provider>
  );
}
