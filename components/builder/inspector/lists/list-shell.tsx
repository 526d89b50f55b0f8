"use client";

import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { FieldNote } from "../form/field-shell.tsx";
import { useField } from "../form/use-field.ts";

type ListShellProps = {
  readonly path: string;
  readonly isRequired?: boolean;
  readonly count?: number;
  readonly addLabel?: string;
  readonly adornment?: ReactNode;
  readonly children: ReactNode;
  onAdd?(): void;
};

/** The head and foot of a list in a form: its name, its problems, its help, and the button that adds. */
export function ListShell({ path, isRequired, count, addLabel, adornment, children, onAdd }: ListShellProps) {
  const { label, help, ownError, warning, canEdit } = useField(path);
  return (
    <fieldset data-path={path} className="flex min-w-0 scroll-mt-4 flex-col gap-2">
      <legend className="contents">
        <span className="flex min-h-5 items-center justify-between gap-2 text-sm font-medium text-ink">
          <span className="min-w-0 truncate">
            {label}
            {isRequired && (
              <span className="ml-0.5 text-danger-text" aria-hidden>
                *
              </span>
            )}
            {count !== undefined && count > 0 && (
              <span className="ml-1.5 font-normal text-ink-3">{count}</span>
            )}
          </span>
          {adornment}
        </span>
      </legend>
      <FieldNote help={help} error={ownError} warning={warning} />
      {children}
      {onAdd && canEdit && (
        <Button look="ghost" size="sm" icon={Plus} className="self-start text-accent-text" onClick={onAdd}>
          {addLabel}
        </Button>
      )}
    </fieldset>
  );
}
