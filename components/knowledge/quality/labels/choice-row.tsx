"use client";

import { RadioGroup } from "radix-ui";
import { joinClasses } from "#components/ui/join-classes.ts";

type ChoiceRowProps<Value extends string> = {
  readonly label: string;
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly key: string }[];
  /** The digits answer this question now. */
  readonly isActive: boolean;
  onChange(value: Value): void;
};

/** One question with its answers in view, each with the digit that picks it. */
export function ChoiceRow<Value extends string>(props: ChoiceRowProps<Value>) {
  const { label, value, options, isActive, onChange } = props;
  return (
    <div>
      <QuestionName label={label} isActive={isActive} />
      <RadioGroup.Root
        aria-label={label}
        value={value ?? ""}
        orientation="horizontal"
        onValueChange={(next) => {
          const option = options.find((candidate) => candidate.value === next);
          if (option) onChange(option.value);
        }}
        className="flex flex-wrap gap-1.5"
      >
        {options.map((option) => (
          <RadioGroup.Item key={option.value} value={option.value} className={CHOICE}>
            <KeyHint>{option.key}</KeyHint>
            {option.label}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  );
}

export const CHOICE =
  "inline-flex h-8 items-center gap-1.5 rounded-sm border border-line-strong bg-surface px-2.5 text-sm text-ink transition-colors duration-[var(--fast)] hover:bg-hover data-[state=checked]:border-accent data-[state=checked]:bg-accent-soft data-[state=checked]:font-medium data-[state=checked]:text-accent-text";

type QuestionNameProps = { readonly label: string; readonly isActive: boolean };

export function QuestionName({ label, isActive }: QuestionNameProps) {
  return (
    <p className="mb-1.5 flex items-center gap-2 text-sm font-medium text-ink">
      <span
        aria-hidden
        className={joinClasses("h-4 w-0.75 rounded-full", isActive ? "bg-accent" : "bg-transparent")}
      />
      {label}
    </p>
  );
}

/** Seen where there is a keyboard to press it on. */
export function KeyHint({ children }: { readonly children: string }) {
  return (
    <kbd
      aria-hidden
      className="hidden min-w-4 rounded-xs border border-line bg-sunken px-1 text-center text-xs font-normal leading-4 text-ink-3 md:inline-block"
    >
      {children}
    </kbd>
  );
}
