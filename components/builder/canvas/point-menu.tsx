"use client";

import type { LucideIcon } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { joinClasses } from "#components/ui/join-classes.ts";
import { type ScreenPoint, useCanvasUi } from "./canvas-ui-store.ts";

type PointMenuProps = { readonly label: string; readonly screen: ScreenPoint; readonly children: ReactNode };

/** A menu at a place on the screen: where the right button was pressed, or beside the node that has the focus. */
export function PointMenu({ label, screen, children }: PointMenuProps) {
  const close = useCanvasUi((state) => state.close);
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(open) => !open && close()}>
      <DropdownMenu.Trigger asChild>
        <span
          aria-hidden
          className="pointer-events-none fixed size-0"
          style={{ left: screen.x, top: screen.y }}
        />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          aria-label={label}
          align="start"
          sideOffset={0}
          collisionPadding={8}
          className="pop z-50 min-w-52 rounded-md border border-line bg-raised p-1 shadow-pop outline-none"
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            document.querySelector<HTMLElement>("[data-canvas]")?.focus({ preventScroll: true });
          }}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

type PointItemProps = {
  readonly icon: LucideIcon;
  readonly children: ReactNode;
  readonly keys?: string;
  readonly isDangerous?: boolean;
  readonly isDisabled?: boolean;
  onSelect(): void;
};

export function PointItem({ icon: Icon, children, keys, isDangerous, isDisabled, onSelect }: PointItemProps) {
  const close = useCanvasUi((state) => state.close);
  return (
    <DropdownMenu.Item
      disabled={isDisabled ?? false}
      onSelect={() => {
        close();
        onSelect();
      }}
      className={joinClasses(
        "flex min-h-8 cursor-pointer select-none items-center gap-2 rounded-xs px-2 py-1 text-sm outline-none data-[disabled]:opacity-50",
        isDangerous
          ? "text-danger-text data-[highlighted]:bg-danger-soft"
          : "text-ink data-[highlighted]:bg-hover",
      )}
    >
      <Icon className={joinClasses("size-4", !isDangerous && "text-ink-3")} aria-hidden />
      <span className="flex-1">{children}</span>
      {keys && <kbd className="font-sans text-xs text-ink-3">{keys}</kbd>}
    </DropdownMenu.Item>
  );
}
