"use client";

import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import type { ReactNode } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { joinClasses } from "./join-classes.ts";
import { uiMessages } from "./messages.ts";

type DialogProps = {
  readonly isOpen: boolean;
  readonly title: string;
  readonly description?: ReactNode;
  readonly children?: ReactNode;
  /** What comes of the footer's buttons; it stays in view however far the content is scrolled. */
  readonly news?: ReactNode;
  readonly footer?: ReactNode;
  readonly width?: "sm" | "md" | "lg" | "xl";
  onClose(): void;
};

const WIDTHS = { sm: "max-w-100", md: "max-w-120", lg: "max-w-160", xl: "max-w-240" } as const;

export function Dialog({
  isOpen,
  title,
  description,
  children,
  news,
  footer,
  width = "md",
  onClose,
}: DialogProps) {
  const t = useTexts(uiMessages);
  return (
    <Primitive.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Primitive.Portal>
        <Primitive.Overlay className="veil fixed inset-0 z-40 bg-overlay" />
        <Primitive.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          className={joinClasses(
            "pop fixed left-1/2 top-[12vh] z-50 flex max-h-[76vh] w-[calc(100vw-32px)] -translate-x-1/2 flex-col rounded-lg border border-line bg-raised shadow-panel outline-none",
            WIDTHS[width],
          )}
        >
          <header className="flex items-start justify-between gap-4 px-5 pt-4">
            <div className="min-w-0">
              <Primitive.Title className="text-lg font-semibold text-ink">{title}</Primitive.Title>
              {description && (
                <Primitive.Description className="mt-1 text-sm text-ink-2" asChild>
                  <div>{description}</div>
                </Primitive.Description>
              )}
            </div>
            <Primitive.Close
              aria-label={t.close}
              className="-mr-1.5 inline-flex size-8 shrink-0 items-center justify-center rounded-sm text-ink-3 hover:bg-hover hover:text-ink"
            >
              <X className="size-4" aria-hidden />
            </Primitive.Close>
          </header>
          {children && <div className="min-h-0 overflow-y-auto px-5 py-4">{children}</div>}
          {news && <div className="px-5 pt-2 empty:hidden">{news}</div>}
          {footer && <footer className="flex justify-end gap-2 px-5 pb-4 pt-2">{footer}</footer>}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
