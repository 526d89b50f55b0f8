"use client";

import { toList } from "../form/config-path.ts";
import { FieldShell } from "../form/field-shell.tsx";
import { useField } from "../form/use-field.ts";
import { LinesInput } from "./lines-input.tsx";

type LinesFieldProps = {
  readonly path: string;
  readonly warnBelow?: number | null;
  readonly isLabelHidden?: boolean;
};

/** A list of sentences in a config. */
export function LinesField({ path, warnBelow = null, isLabelHidden = false }: LinesFieldProps) {
  const field = useField(path);
  return (
    <FieldShell {...field} warning={null} isLabelHidden={isLabelHidden}>
      {(attributes) => (
        <LinesInput
          attributes={attributes}
          lines={toList(field.value).filter((line) => typeof line === "string")}
          warnBelow={warnBelow}
          isReadOnly={!field.canEdit}
          onChange={field.set}
        />
      )}
    </FieldShell>
  );
}
