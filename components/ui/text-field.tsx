"use client";

import type { ComponentProps, ReactNode } from "react";
import { Field } from "./field.tsx";
import { joinClasses } from "./join-classes.ts";

export const INPUT_CLASSES =
  "h-9 w-full min-w-0 rounded-sm border border-line-strong bg-surface px-3 text-base text-ink transition-colors duration-[var(--fast)] hover:border-ink-3 focus-visible:border-accent focus-visible:outline-2 focus-visible:-outline-offset-1 disabled:bg-sunken disabled:text-ink-3 aria-invalid:border-danger read-only:bg-sunken";

type TextFieldProps = Omit<ComponentProps<"input">, "children"> & {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | null | undefined;
};

export function TextField({ label, hint, error, className, ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(attributes) => <input className={joinClasses(INPUT_CLASSES, className)} {...attributes} {...rest} />}
    </Field>
  );
}
