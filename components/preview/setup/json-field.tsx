"use client";

import { useState } from "react";
import { Field } from "#components/ui/field.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { INPUT_CLASSES } from "#components/ui/text-field.tsx";
import type { Json } from "#flows/kernel/json.ts";

type JsonFieldProps<Value extends Json> = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: Value;
  readonly problem: string;
  parse(text: string): { readonly json: Value } | null;
  onChange(value: Value): void;
};

/** A JSON value that is taken over as soon as it can be read, and never before. */
export function JsonField<Value extends Json>(props: JsonFieldProps<Value>) {
  const { label, hint, value, problem, parse, onChange } = props;
  const [text, setText] = useState(() => JSON.stringify(value, null, 2));
  const isBad = parse(text) === null;
  return (
    <Field label={label} hint={hint} error={isBad ? problem : null}>
      {(attributes) => (
        <textarea
          {...attributes}
          value={text}
          rows={2}
          spellCheck={false}
          onChange={(event) => {
            setText(event.target.value);
            const parsed = parse(event.target.value);
            if (parsed !== null) onChange(parsed.json);
          }}
          onKeyDown={(event) => event.key !== "Escape" && event.stopPropagation()}
          className={joinClasses(
            INPUT_CLASSES,
            "field-sizing-content h-auto max-h-40 min-h-9 resize-none py-1.5 font-mono text-sm",
          )}
        />
      )}
    </Field>
  );
}
