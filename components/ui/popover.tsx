"use client";

import { Popover as Primitive } from "radix-ui";
import type { ReactNode } from "react";
import { joinClasses } from "./join-classes.ts";

type PopoverProps = {
  readonly trigger: ReactNode;
  readonly label: string;
  readonly isOpen?: boolean;
  readonly align?: "start" | "center" | "end";
  readonly side?: "top" | "bottom" | "left" | "right";
  readonly className?: string;
  readonly children: ReactNode;
  onOpenChange?(isOpen: boolean): void;
};

/** A small pane beside its trigger, for what needs more than a menu; Escape closes it and nothing else. */
export function Popover(props: PopoverProps) {
  const {
    trigger,
    label,
    isOpen,
    align = "start",
    side = "bottom",
    className,
    children,
    onOpenChange,
  } = props;
  return (
    <Primitive.Root
      {...(isOpen === undefined ? {} : { open: isOpen })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <PopoverPane label={label} align={align} side={side} {...(className ? { className } : {})}>
        {children}
      </PopoverPane>
    </Primitive.Root>
  );
}

type PopoverPaneProps = {
  readonly label: string;
  readonly align?: "start" | "center" | "end";
  readonly side?: "top" | "bottom" | "left" | "right";
  readonly className?: string;
  readonly children: ReactNode;
};

function PopoverPane({ label, align = "start", side = "bottom", className, children }: PopoverPaneProps) {
  return (
    <Primitive.Portal>
      <Primitive.Content
        aria-label={label}
        align={align}
        side={side}
        sideOffset={4}
        collisionPadding={8}
        onEscapeKeyDown={(event) => event.stopPropagation()}
        className={joinClasses(
          "pop z-50 max-h-[min(420px,var(--radix-popover-content-available-height))] w-72 overflow-hidden rounded-md border border-line bg-raised shadow-pop outline-none",
          className,
        )}
      >
        {children}
      </Primitive.Content>
    </Primitive.Portal>
  );
}
