"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { INPUT } from "../form/control-classes.ts";
import { FieldShell } from "../form/field-shell.tsx";
import { useField } from "../form/use-field.ts";
import { inspectorMessages } from "../messages.ts";
import { TextFieldEditor } from "../templates/text-field-editor.tsx";
import { toStored, toText } from "../templates/use-text-mode.ts";

/** An outcome or an intent that leaves through a port of its own: the code by which it is known, and how the port is named. */
export function ExitRow({ path }: { readonly path: string }) {
  const t = useTexts(inspectorMessages);
  const id = useField(`${path}.id`);
  const label = useField(`${path}.label`);
  return (
    <div className="flex flex-col gap-1.5">
      <FieldShell {...id} help={undefined} isLabelHidden>
        {(attributes) => (
          <input
            {...attributes}
            className={`${INPUT} font-mono text-xs`}
            spellCheck={false}
            readOnly={!id.canEdit}
            placeholder={id.label}
            title={t.idHint}
            value={typeof id.value === "string" ? id.value : ""}
            onChange={(event) => id.set(event.target.value)}
          />
        )}
      </FieldShell>
      <TextFieldEditor
        {...label}
        help={undefined}
        isLabelHidden
        isMultiline={false}
        placeholder={label.label}
        value={toText(label.value)}
        onChange={(text) => label.set(toStored(text))}
      />
    </div>
  );
}
