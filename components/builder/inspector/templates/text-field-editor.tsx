"use client";

import { Braces } from "lucide-react";
import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Popover } from "#components/ui/popover.tsx";
import type { Text } from "#flows/kernel/text.ts";
import { FieldShell } from "../form/field-shell.tsx";
import { VariableList } from "../variables/variable-list.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { templateMessages } from "./messages.ts";
import { PlainEditor } from "./plain-editor.tsx";
import { TemplateEditor } from "./template-editor.tsx";
import { TextLength } from "./text-length.tsx";
import { useTextMode } from "./use-text-mode.ts";

export type TextFieldEditorProps = {
  readonly path: string;
  readonly label: string;
  readonly value: Text | undefined;
  readonly help?: string | undefined;
  readonly error?: string | null;
  readonly warning?: string | null;
  readonly placeholder?: string;
  readonly isRequired?: boolean;
  readonly isMultiline?: boolean;
  readonly isLabelHidden?: boolean;
  /** Never rendered as a template: a name, or an answer that is given word for word. */
  readonly isPlain?: boolean;
  readonly canEdit: boolean;
  onChange(value: Text): void;
};

/** A text that customers read, in one or in each language, with variables in it. */
export function TextFieldEditor(props: TextFieldEditorProps) {
  const { value, placeholder = "", isMultiline = true, isPlain = false, canEdit, onChange } = props;
  const Editor = isPlain ? PlainEditor : TemplateEditor;
  const part = useTextMode(value);
  const isRow = !isMultiline && props.isLabelHidden === true;
  const languages = (
    <LanguageSwitch
      value={value}
      mode={part.mode}
      isShort={!isMultiline}
      isMenu={isRow}
      isDisabled={!canEdit}
      onMode={part.setMode}
      onChange={onChange}
    />
  );
  return (
    <FieldShell
      {...props}
      adornment={
        isRow ? null : (
          <span className="ml-auto flex shrink-0 items-center gap-1">
            {canEdit && isMultiline && !isPlain && (
              <InsertVariable onPick={(name) => onChange(part.withShown(appendChip(part.shown, name)))} />
            )}
            {languages}
          </span>
        )
      }
    >
      {(attributes) => {
        const editor = (
          <Editor
            key={part.mode}
            value={part.shown}
            attributes={attributes}
            placeholder={placeholder}
            isMultiline={isMultiline}
            isReadOnly={!canEdit}
            onChange={(shown) => onChange(part.withShown(shown))}
          />
        );
        if (!isRow) {
          return (
            <>
              {editor}
              {isMultiline && <TextLength text={part.shown} />}
            </>
          );
        }
        return (
          <div className="flex items-start gap-0.5">
            <div className="min-w-0 flex-1">{editor}</div>
            {languages}
          </div>
        );
      }}
    </FieldShell>
  );
}

const appendChip = (text: string, name: string): string =>
  `${text}${text === "" || /\s$/.test(text) ? "" : " "}{{ ${name} }}`;

function InsertVariable({ onPick }: { onPick(name: string): void }) {
  const t = useTexts(templateMessages);
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      label={t.insert}
      isOpen={isOpen}
      onOpenChange={setOpen}
      align="end"
      trigger={
        <IconButton
          icon={Braces}
          label={`${t.insert}（${t.insertHint}）`}
          className="size-6 [&>svg]:size-3.5"
        />
      }
    >
      <VariableList
        value={null}
        canBeBuiltIn
        onPick={(name) => {
          if (name !== null) onPick(name);
          setOpen(false);
        }}
      />
    </Popover>
  );
}
