"use client";

import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { findExpressionError, listVariables } from "#flows/kernel/expression.ts";
import { FieldShell } from "../form/field-shell.tsx";
import { useKnownNames } from "../variables/use-variables.ts";
import { ExpressionEditor } from "./expression-editor.tsx";
import { ExpressionResult } from "./expression-result.tsx";
import { templateMessages } from "./messages.ts";

type ExpressionFieldProps = {
  readonly path: string;
  readonly label: string;
  readonly value: string;
  readonly help?: string | undefined;
  readonly error?: string | null;
  readonly warning?: string | null;
  readonly isRequired?: boolean;
  readonly isLabelHidden?: boolean;
  readonly canEdit: boolean;
  onChange(value: string): void;
};

/** An expression with its error at its place, said at once and not after the next check. */
export function ExpressionField(props: ExpressionFieldProps) {
  const { value, error, canEdit, onChange } = props;
  const own = useExpressionError(value);
  return (
    <FieldShell {...props} error={own ?? error ?? null}>
      {(attributes) => (
        <>
          <ExpressionEditor value={value} attributes={attributes} isReadOnly={!canEdit} onChange={onChange} />
          {own === null && <ExpressionResult source={value} />}
        </>
      )}
    </FieldShell>
  );
}

function useExpressionError(source: string): string | null {
  const t = useTexts(templateMessages);
  const locale = usePreferences((state) => state.locale);
  const known = useKnownNames();
  if (source.trim() === "") return null;
  const fault = findExpressionError(source);
  if (fault !== null) return t.errorAt(fault.at + 1, t.errors[fault.code]);
  const unknown = listVariables(source).filter((name) => !known.has(name));
  return unknown.length === 0 ? null : t.unknownNames(unknown.join(locale === "zh-CN" ? "、" : ", "));
}
