"use client";

import { RadioGroup } from "radix-ui";
import { type ReactNode, useId } from "react";

type ChoiceCardsProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    readonly hint?: ReactNode;
    readonly isDisabled?: boolean;
  }[];
  readonly isDisabled?: boolean;
  onChange(value: Value): void;
};

/** One of a few, each with what it means. */
export function ChoiceCards<Value extends string>(props: ChoiceCardsProps<Value>) {
  const { label, value, options, isDisabled = false, onChange } = props;
  const id = useId();
  return (
    <div>
      <p id={id} className="mb-1.5 text-sm font-medium text-ink">
        {label}
      </p>
      <RadioGroup.Root
        aria-labelledby={id}
        value={value}
        disabled={isDisabled}
        onValueChange={(next) => {
          const option = options.find((candidate) => candidate.value === next);
          if (option) onChange(option.value);
        }}
        className="flex flex-col gap-1.5"
      >
        {options.map((option) => (
          <RadioGroup.Item
            key={option.value}
            value={option.value}
            disabled={option.isDisabled ?? false}
            className="group flex items-start gap-2.5 rounded-md border border-line bg-surface px-3 py-2 text-left transition-colors duration-[var(--fast)] enabled:hover:bg-hover disabled:cursor-not-allowed data-[state=checked]:border-accent-line data-[state=checked]:bg-accent-soft"
          >
            <span
              aria-hidden
              className="mt-0.5 size-4 shrink-0 rounded-full border border-line-strong bg-surface group-data-[state=checked]:border-[5px] group-data-[state=checked]:border-accent"
            />
            <span className="min-w-0 text-sm">
              <span className="block font-medium text-ink [overflow-wrap:anywhere] group-disabled:text-ink-3">
                {option.label}
              </span>
              {option.hint && <span className="block text-ink-2">{option.hint}</span>}
            </span>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  );
}
