"use client";

import { INPUT, TEXTAREA } from "../form/control-classes.ts";
import type { EditorAttributes } from "./use-editor.ts";

type PlainEditorProps = {
  readonly value: string;
  readonly attributes: EditorAttributes;
  readonly placeholder: string;
  readonly isMultiline: boolean;
  readonly isReadOnly: boolean;
  onChange(value: string): void;
};

/** A text without templates, in the same clothes as one with. */
export function PlainEditor({
  value,
  attributes,
  placeholder,
  isMultiline,
  isReadOnly,
  onChange,
}: PlainEditorProps) {
  if (!isMultiline) {
    return (
      <input
        {...attributes}
        className={INPUT}
        value={value}
        placeholder={placeholder}
        readOnly={isReadOnly}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  }
  return (
    <textarea
      {...attributes}
      className={`${TEXTAREA} field-sizing-content max-h-80`}
      value={value}
      placeholder={placeholder}
      readOnly={isReadOnly}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
