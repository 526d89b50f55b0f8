"use client";

import { Check, type LucideIcon } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { joinClasses } from "./join-classes.ts";

type MenuProps = {
  readonly trigger: ReactNode;
  readonly children: ReactNode;
  readonly align?: "start" | "end";
  readonly side?: "top" | "bottom" | "right";
};

export function Menu({ trigger, children, align = "end", side = "bottom" }: MenuProps) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className="pop z-50 min-w-48 max-w-80 rounded-md border border-line bg-raised p-1 shadow-pop outline-none"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

type MenuItemProps = {
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
  readonly isDangerous?: boolean;
  readonly isDisabled?: boolean;
  /** Shows a tick in front: one of several. */
  readonly isChecked?: boolean;
  onSelect(): void;
};

export function MenuItem({
  icon: Icon,
  children,
  isDangerous,
  isDisabled,
  isChecked,
  onSelect,
}: MenuItemProps) {
  const classes = joinClasses(
    "flex min-h-8 cursor-pointer select-none items-center gap-2 rounded-xs px-2 py-1 text-sm outline-none data-[disabled]:opacity-50",
    isDangerous
      ? "text-danger-text data-[highlighted]:bg-danger-soft"
      : "text-ink data-[highlighted]:bg-hover",
  );
  if (isChecked !== undefined) {
    return (
      <DropdownMenu.CheckboxItem checked={isChecked} onSelect={onSelect} className={classes}>
        <span className="inline-flex size-4 items-center justify-center">
          <DropdownMenu.ItemIndicator>
            <Check className="size-4 text-accent-text" aria-hidden />
          </DropdownMenu.ItemIndicator>
        </span>
        {children}
      </DropdownMenu.CheckboxItem>
    );
  }
  return (
    <DropdownMenu.Item disabled={isDisabled ?? false} onSelect={onSelect} className={classes}>
      {Icon && <Icon className={joinClasses("size-4", !isDangerous && "text-ink-3")} aria-hidden />}
      {children}
    </DropdownMenu.Item>
  );
}

export function MenuLabel({ children }: { readonly children: ReactNode }) {
  return <DropdownMenu.Label className="px-2 pb-1 pt-2 text-xs text-ink-3">{children}</DropdownMenu.Label>;
}

export function MenuLine() {
  return <DropdownMenu.Separator className="-mx-1 my-1 h-px bg-line" />;
}
