"use client";

import { Check, ChevronDown } from "lucide-react";
import { Select as Primitive } from "radix-ui";
import { joinClasses } from "./join-classes.ts";

export type SelectOption<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
  readonly isDisabled?: boolean;
};

type SelectProps<Value extends string> = {
  readonly id?: string;
  readonly label: string;
  readonly value: Value;
  readonly options: readonly SelectOption<Value>[];
  readonly size?: "sm" | "md";
  readonly isDisabled?: boolean;
  readonly className?: string;
  onChange(value: Value): void;
};

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { id, label, value, options, size = "md", isDisabled = false, className, onChange } = props;
  return (
    <Primitive.Root
      value={value}
      disabled={isDisabled}
      onValueChange={(next) => {
        const option = options.find((candidate) => candidate.value === next);
        if (option) onChange(option.value);
      }}
    >
      <Primitive.Trigger
        id={id}
        aria-label={id ? undefined : label}
        className={joinClasses(
          "inline-flex min-w-0 items-center justify-between gap-2 rounded-sm border border-line-strong bg-surface px-2.5 text-left text-ink transition-colors duration-[var(--fast)] hover:bg-hover disabled:opacity-50",
          size === "sm" ? "h-8 text-sm" : "h-9 text-base",
          className,
        )}
      >
        <span className="truncate">
          <Primitive.Value />
        </span>
        <ChevronDown className="size-4 shrink-0 text-ink-3" aria-hidden />
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          position="popper"
          sideOffset={4}
          className="pop z-50 max-h-80 min-w-[var(--radix-select-trigger-width)] overflow-hidden rounded-md border border-line bg-raised p-1 shadow-pop"
        >
          <Primitive.Viewport>
            {options.map((option) => (
              <Primitive.Item
                key={option.value}
                value={option.value}
                disabled={option.isDisabled ?? false}
                className="relative flex cursor-pointer select-none flex-col rounded-xs py-1.5 pl-2 pr-8 text-sm text-ink outline-none data-[disabled]:opacity-50 data-[highlighted]:bg-hover"
              >
                <Primitive.ItemText>{option.label}</Primitive.ItemText>
                {option.hint && <span className="max-w-72 text-xs text-ink-3">{option.hint}</span>}
                <Primitive.ItemIndicator className="absolute right-2 top-2">
                  <Check className="size-4 text-accent-text" aria-hidden />
                </Primitive.ItemIndicator>
              </Primitive.Item>
            ))}
          </Primitive.Viewport>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
