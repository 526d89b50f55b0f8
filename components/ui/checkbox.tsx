"use client";

import { Check, Minus } from "lucide-react";
import { Checkbox as Primitive } from "radix-ui";

type CheckboxProps = {
  readonly label: string;
  /** Mixed: some of those it stands for. */
  readonly isChecked: boolean | "mixed";
  onChange(isChecked: boolean): void;
};

/** A box that names itself to readers of the screen; what it stands for is beside it. */
export function Checkbox({ label, isChecked, onChange }: CheckboxProps) {
  return (
    <Primitive.Root
      aria-label={label}
      checked={isChecked === "mixed" ? "indeterminate" : isChecked}
      onCheckedChange={(next) => onChange(next === true)}
      className="inline-flex size-4 shrink-0 items-center justify-center rounded-xs border border-line-strong bg-surface text-accent-on hover:border-ink-3 data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent"
    >
      <Primitive.Indicator>
        {isChecked === "mixed" ? (
          <Minus className="size-3" aria-hidden />
        ) : (
          <Check className="size-3" aria-hidden />
        )}
      </Primitive.Indicator>
    </Primitive.Root>
  );
}
