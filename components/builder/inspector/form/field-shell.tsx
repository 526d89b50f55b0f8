"use client";

import { type ReactNode, useId } from "react";
import { joinClasses } from "#components/ui/join-classes.ts";

export type ControlAttributes = {
  readonly id: string;
  readonly "aria-labelledby": string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
};

type FieldShellProps = {
  readonly path: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly error?: string | null;
  readonly warning?: string | null;
  readonly isRequired?: boolean;
  /** Says so where a label would only repeat what stands above. */
  readonly isLabelHidden?: boolean;
  readonly adornment?: ReactNode;
  readonly children: (attributes: ControlAttributes) => ReactNode;
};

/** A label, a control and one line under it: the error first, then the warning, then the help. `path` is where problems lead to. */
export function FieldShell(props: FieldShellProps) {
  const { path, label, help, error, warning, isRequired, isLabelHidden, adornment, children } = props;
  const id = useId();
  const note = error ?? warning ?? help;
  const noteId = `${id}-note`;
  return (
    <div data-path={path} className="flex min-w-0 scroll-mt-4 flex-col gap-1.5">
      <div
        className={joinClasses(
          "flex min-h-5 items-center justify-between gap-2",
          isLabelHidden === true && !adornment && "sr-only",
        )}
      >
        {/* An editor is no form control, so the label hands over the focus by itself. */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard reaches the editor with Tab */}
        <label
          id={`${id}-label`}
          htmlFor={id}
          onClick={() => document.getElementById(id)?.focus()}
          className={isLabelHidden === true ? "sr-only" : "min-w-0 text-sm font-medium text-ink"}
        >
          {label}
          {isRequired && (
            <span className="ml-0.5 text-danger-text" aria-hidden>
              *
            </span>
          )}
        </label>
        {adornment}
      </div>
      {children({
        id,
        "aria-labelledby": `${id}-label`,
        "aria-describedby": note ? noteId : undefined,
        "aria-invalid": error ? true : undefined,
      })}
      <FieldNote id={noteId} help={help} error={error} warning={warning} />
    </div>
  );
}

type FieldNoteProps = {
  readonly id?: string;
  readonly help?: string | undefined;
  readonly error?: string | null | undefined;
  readonly warning?: string | null | undefined;
};

export function FieldNote({ id, help, error, warning }: FieldNoteProps) {
  const note = error ?? warning ?? help;
  if (!note) return null;
  const tone = error ? "text-danger-text" : warning ? "text-warn-text" : "text-ink-3";
  return (
    <p id={id} className={joinClasses("text-xs", tone)}>
      {note}
    </p>
  );
}
