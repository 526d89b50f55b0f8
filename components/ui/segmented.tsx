"use client";

import type { LucideIcon } from "lucide-react";
import { RadioGroup } from "radix-ui";
import { joinClasses } from "./join-classes.ts";

type SegmentedProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly icon?: LucideIcon }[];
  readonly isDisabled?: boolean;
  readonly className?: string;
  onChange(value: Value): void;
};

/** Two to four choices, all in view. */
export function Segmented<Value extends string>({
  label,
  value,
  options,
  isDisabled = false,
  className,
  onChange,
}: SegmentedProps<Value>) {
  return (
    <RadioGroup.Root
      aria-label={label}
      value={value}
      disabled={isDisabled}
      orientation="horizontal"
      onValueChange={(next) => {
        const option = options.find((candidate) => candidate.value === next);
        if (option) onChange(option.value);
      }}
      className={joinClasses("inline-flex rounded-sm bg-sunken p-0.5", className)}
    >
      {options.map(({ value: own, label: text, icon: Icon }) => (
        <RadioGroup.Item
          key={own}
          value={own}
          className="inline-flex h-7 flex-1 items-center justify-center gap-1.5 whitespace-nowrap rounded-xs px-2.5 text-sm text-ink-2 transition-colors duration-[var(--fast)] hover:text-ink disabled:opacity-50 data-[state=checked]:bg-raised data-[state=checked]:font-medium data-[state=checked]:text-ink data-[state=checked]:shadow-[0_0_0_1px_var(--line-strong)]"
        >
          {Icon && <Icon className="size-4" aria-hidden />}
          {text}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
