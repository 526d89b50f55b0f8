"use client";

import type { ComponentProps, ReactNode } from "react";
import { Field } from "./field.tsx";
import { joinClasses } from "./join-classes.ts";

export const AREA_CLASSES =
  "w-full min-w-0 resize-y rounded-sm border border-line-strong bg-surface px-3 py-2 text-base text-ink transition-colors duration-[var(--fast)] hover:border-ink-3 focus-visible:border-accent focus-visible:outline-2 focus-visible:-outline-offset-1 disabled:bg-sunken disabled:text-ink-3 aria-invalid:border-danger read-only:bg-sunken";

type TextAreaFieldProps = Omit<ComponentProps<"textarea">, "children"> & {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | null | undefined;
};

/** A text of several lines. It grows with what is typed, where the browser can. */
export function TextAreaField({ label, hint, error, className, rows = 2, ...rest }: TextAreaFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(attributes) => (
        <textarea
          className={joinClasses(AREA_CLASSES, "field-sizing-content max-h-96", className)}
          rows={rows}
          // Where it grows with its content, `rows` no longer keeps it from shrinking.
          style={{ minHeight: `calc(${rows}lh + 1.125rem)` }}
          {...attributes}
          {...rest}
        />
      )}
    </Field>
  );
}
