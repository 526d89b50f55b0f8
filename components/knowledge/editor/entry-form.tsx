"use client";

import { useState } from "react";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Collapsible } from "#components/ui/collapsible.tsx";
import { TextAreaField } from "#components/ui/text-area-field.tsx";
import { LOCALES } from "#flows/kernel/text.ts";
import { AnswersField } from "./answers-field.tsx";
import { AttachmentsField } from "./attachments-field.tsx";
import type { DraftChange, EntryDraft } from "./entry-draft.ts";
import { FilingFields } from "./filing-fields.tsx";
import { formMessages } from "./form-messages.ts";
import { editorMessages } from "./messages.ts";
import { PhrasingsField } from "./phrasings-field.tsx";

const QUESTION_CHARS_MAX = 500;
const NEGATIVES_MAX = 100;

type EntryFormProps = {
  readonly baseId: string;
  readonly draft: EntryDraft;
  readonly isReadOnly: boolean;
  /** Whoever opened it is about to type. */
  readonly isNew: boolean;
  onChange(change: DraftChange): void;
};

export function EntryForm({ baseId, draft, isReadOnly, isNew, onChange }: EntryFormProps) {
  const t = useTexts(formMessages);
  const { views } = useTexts(editorMessages);
  const own = usePreferences((state) => state.locale);
  const [isNegativesOpen, setNegativesOpen] = useState(draft.negatives !== "");
  const [isFilingOpen, setFilingOpen] = useState(true);
  return (
    <fieldset disabled={isReadOnly} className="flex min-w-0 flex-col gap-5">
      <legend className="sr-only">{views.edit}</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        {LOCALES.map((locale) => (
          <TextAreaField
            key={locale}
            label={t.question[locale]}
            rows={1}
            maxLength={QUESTION_CHARS_MAX}
            autoFocus={isNew && locale === own}
            value={draft.question[locale]}
            onChange={(event) =>
              // A question is one line, also when it was pasted as several.
              onChange({
                question: { ...draft.question, [locale]: event.target.value.replace(/\r?\n/gu, " ") },
              })
            }
          />
        ))}
        <p className="text-sm text-ink-3 sm:col-span-2">{t.questionHint}</p>
      </div>
      <AnswersField answers={draft.answers} onChange={(answers) => onChange({ answers: [...answers] })} />
      <AttachmentsField
        baseId={baseId}
        attachments={draft.attachments}
        isReadOnly={isReadOnly}
        onChange={(change) => onChange((now) => ({ attachments: [...change(now.attachments)] }))}
      />
      <PhrasingsField
        similar={draft.similar}
        questions={LOCALES.filter((locale) => draft.question[locale].trim() !== "").length}
        onChange={(similar) => onChange({ similar })}
      />
      <Collapsible title={t.negativesTitle} isOpen={isNegativesOpen} onOpenChange={setNegativesOpen}>
        <TextAreaField
          label={t.negativesTitle}
          hint={t.negativesHint}
          rows={3}
          maxLength={NEGATIVES_MAX * QUESTION_CHARS_MAX}
          value={draft.negatives}
          onChange={(event) => onChange({ negatives: event.target.value })}
        />
      </Collapsible>
      <Collapsible title={t.filingTitle} isOpen={isFilingOpen} onOpenChange={setFilingOpen}>
        <FilingFields baseId={baseId} draft={draft} isReadOnly={isReadOnly} onChange={onChange} />
      </Collapsible>
    </fieldset>
  );
}
