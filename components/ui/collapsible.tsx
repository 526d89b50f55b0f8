"use client";

import { ChevronRight } from "lucide-react";
import { Collapsible as Primitive } from "radix-ui";
import type { ReactNode } from "react";

type CollapsibleProps = {
  readonly title: ReactNode;
  /** What a reader should know without opening it, such as a count. */
  readonly note?: ReactNode;
  readonly isOpen: boolean;
  readonly children: ReactNode;
  onOpenChange(isOpen: boolean): void;
};

/** A part of a form that most people need not see; closed parts are not in the page. */
export function Collapsible({ title, note, isOpen, children, onOpenChange }: CollapsibleProps) {
  return (
    <Primitive.Root open={isOpen} onOpenChange={onOpenChange}>
      <Primitive.Trigger className="group -mx-1.5 flex h-8 w-[calc(100%+12px)] items-center gap-1.5 rounded-sm px-1.5 text-left text-sm font-medium text-ink-2 hover:bg-hover hover:text-ink">
        <ChevronRight
          className="size-4 shrink-0 text-ink-3 transition-transform duration-[var(--fast)] group-data-[state=open]:rotate-90"
          aria-hidden
        />
        <span className="min-w-0 flex-1 truncate">{title}</span>
        {note !== undefined && <span className="text-xs font-normal text-ink-3">{note}</span>}
      </Primitive.Trigger>
      <Primitive.Content className="pb-1 pt-3">{children}</Primitive.Content>
    </Primitive.Root>
  );
}
