"use client";

import { CircleHelp } from "lucide-react";
import { useState } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Popover } from "#components/ui/popover.tsx";

type HelpPopoverProps = { readonly label: string; readonly lines: readonly string[] };

/** How a number is made, beside the number. */
export function HelpPopover({ label, lines }: HelpPopoverProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      label={label}
      isOpen={isOpen}
      onOpenChange={setOpen}
      className="w-80"
      trigger={<IconButton icon={CircleHelp} label={label} className="-my-1.5 size-7 text-ink-3" />}
    >
      <div className="flex max-h-[inherit] flex-col gap-2 overflow-y-auto px-4 py-3 text-sm text-ink-2">
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </Popover>
  );
}
