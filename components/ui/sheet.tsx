"use client";

import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import { type ReactNode, useRef } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { uiMessages } from "./messages.ts";

type SheetProps = {
  readonly title: string;
  /** Stands under the title: what the reader should know at once. */
  readonly status?: ReactNode;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  onClose(): void;
};

/** One thing of a list, beside the list; on small screens over it. */
export function Sheet({ title, status, children, footer, onClose }: SheetProps) {
  const t = useTexts(uiMessages);
  const content = useRef<HTMLDivElement>(null);
  return (
    <Primitive.Root open onOpenChange={(open) => !open && onClose()}>
      <Primitive.Portal>
        <Primitive.Overlay className="veil fixed inset-0 z-30 bg-overlay" />
        <Primitive.Content
          aria-describedby={undefined}
          tabIndex={-1}
          // The close button would look chosen before anybody did anything.
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            content.current?.focus();
          }}
          ref={content}
          className="slide-in-right fixed inset-y-0 right-0 z-30 flex w-full max-w-180 flex-col border-l border-line bg-surface shadow-panel outline-none"
        >
          <header className="flex items-start justify-between gap-4 border-b border-line px-5 py-3.5">
            <div className="min-w-0">
              <Primitive.Title className="line-clamp-2 text-lg font-semibold text-ink">
                {title}
              </Primitive.Title>
              {status && <div className="mt-1">{status}</div>}
            </div>
            <Primitive.Close
              aria-label={t.close}
              className="-mr-1.5 inline-flex size-8 shrink-0 items-center justify-center rounded-sm text-ink-3 hover:bg-hover hover:text-ink"
            >
              <X className="size-4" aria-hidden />
            </Primitive.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>
          {footer && (
            <footer className="flex flex-wrap items-center gap-2 border-t border-line px-5 py-3">
              {footer}
            </footer>
          )}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
