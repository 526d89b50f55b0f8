"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { TextAreaField } from "#components/ui/text-area-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { OwnerField } from "../editor/owner-field.tsx";
import type { CaseDraft } from "./case-draft.ts";
import { caseMessages } from "./messages.ts";

const QUESTION_CHARS_MAX = 500;
const TEXT_CHARS_MAX = 4_000;

type CaseFieldsProps = {
  readonly draft: CaseDraft;
  readonly isReadOnly?: boolean;
  onChange(part: Partial<CaseDraft>): void;
};

export function CaseFields({ draft, isReadOnly = false, onChange }: CaseFieldsProps) {
  const t = useTexts(caseMessages);
  const area = (field: "context" | "answer" | "outcome", rows: number) => (
    <TextAreaField
      label={t[field]}
      hint={t[`${field}Hint`]}
      rows={rows}
      maxLength={TEXT_CHARS_MAX}
      readOnly={isReadOnly}
      value={draft[field]}
      onChange={(event) => onChange({ [field]: event.target.value })}
    />
  );
  return (
    <div className="flex flex-col gap-4">
      <TextAreaField
        label={t.question}
        hint={t.questionHint}
        rows={1}
        maxLength={QUESTION_CHARS_MAX}
        required
        readOnly={isReadOnly}
        value={draft.question}
        onChange={(event) => onChange({ question: event.target.value })}
      />
      {area("answer", 4)}
      {area("context", 2)}
      {area("outcome", 2)}
      <TextField
        label={t.tags}
        hint={t.tagsHint}
        readOnly={isReadOnly}
        value={draft.tags}
        onChange={(event) => onChange({ tags: event.target.value })}
      />
      <OwnerField
        ownerId={draft.ownerId}
        isReadOnly={isReadOnly}
        onChange={(ownerId) => onChange({ ownerId })}
      />
    </div>
  );
}
