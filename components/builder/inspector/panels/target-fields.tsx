"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { MAIN_FLOW_ID } from "#flows/kernel/registry.ts";
import { type Text, textSchema } from "#flows/kernel/text.ts";
import { useBuilder } from "../../store/builder-context.ts";
import { FieldShell } from "../form/field-shell.tsx";
import { NodePicker } from "../form/node-picker.tsx";
import { TextFieldEditor } from "../templates/text-field-editor.tsx";
import { toStored } from "../templates/use-text-mode.ts";
import { panelMessages } from "./messages.ts";
import { useSettingProblem } from "./use-settings.ts";

type Target = { readonly to: string | null; readonly text?: Text | undefined };

type TargetFieldsProps = {
  /** Where it stands in the document: `settings.fallback`. */
  readonly path: string;
  readonly target: Target;
  readonly placeholder: string;
  readonly toHelp: string;
  onTo(to: string | null): void;
  onText(text: Text | undefined): void;
};

/** What is said, and where the talk goes on. */
export function TargetFields({ path, target, placeholder, toHelp, onTo, onText }: TargetFieldsProps) {
  const t = useTexts(panelMessages).settings;
  const canEdit = useBuilder((state) => state.canEdit);
  const toProblem = useSettingProblem(`${path}.to`);
  const textProblem = useSettingProblem(`${path}.text`);
  return (
    <>
      <TextFieldEditor
        path={`${path}.text`}
        label={t.text}
        value={target.text}
        error={textProblem}
        placeholder={placeholder}
        canEdit={canEdit}
        onChange={(text) => onText(toOptional(text))}
      />
      <FieldShell
        path={`${path}.to`}
        label={t.to}
        help={target.to === null ? toHelp : undefined}
        error={toProblem}
      >
        {(attributes) => (
          <NodePicker
            attributes={attributes}
            label={t.to}
            flowId={MAIN_FLOW_ID}
            value={target.to}
            canClear
            isDisabled={!canEdit}
            onChange={onTo}
          />
        )}
      </FieldShell>
    </>
  );
}

function toOptional(text: Text): Text | undefined {
  const stored = toStored(text);
  return stored === "" ? undefined : textSchema.parse(stored);
}
