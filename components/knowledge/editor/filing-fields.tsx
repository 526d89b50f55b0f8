"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { Combobox } from "#components/ui/combobox.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { entryMessages } from "../entries/messages.ts";
import { toCategoryLines } from "../entries/to-category-lines.ts";
import { useCategories } from "../entries/use-categories.ts";
import { toDay, toDayEnd, toDayStart } from "./days.ts";
import type { EntryDraft } from "./entry-draft.ts";
import { formMessages } from "./form-messages.ts";
import { OwnerField } from "./owner-field.tsx";
import { ReviewField } from "./review-field.tsx";

const DATA_CLASSES = ["general", "important", "core"] as const;

type FilingFieldsProps = {
  readonly baseId: string;
  readonly draft: EntryDraft;
  readonly isReadOnly: boolean;
  onChange(part: Partial<EntryDraft>): void;
};

/** What no customer reads, but the days. */
export function FilingFields({ baseId, draft, isReadOnly, onChange }: FilingFieldsProps) {
  const t = useTexts(formMessages);
  const e = useTexts(entryMessages);
  const categories = toCategoryLines(useCategories(baseId).data ?? []);
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t.category}>
        {({ id }) => (
          <Combobox
            id={id}
            size="md"
            label={t.category}
            value={draft.categoryId}
            options={categories.map(({ id: value, path }) => ({ value, label: path.join(" / ") }))}
            placeholder={t.noCategory}
            searchHint={t.category}
            emptyText={t.nobody}
            clearText={t.noCategory}
            isDisabled={isReadOnly}
            onChange={(categoryId) => onChange({ categoryId })}
          />
        )}
      </Field>
      <TextField
        label={t.tags}
        hint={t.tagsHint}
        value={draft.tags}
        onChange={(event) => onChange({ tags: event.target.value })}
      />
      <TextField
        label={t.validFrom}
        type="date"
        value={toDay(draft.validFrom)}
        onChange={(event) => onChange({ validFrom: toDayStart(event.target.value) })}
      />
      <TextField
        label={t.validTo}
        hint={t.validHint}
        type="date"
        value={toDay(draft.validTo)}
        onChange={(event) => onChange({ validTo: toDayEnd(event.target.value) })}
      />
      <ReviewField
        days={draft.reviewEveryDays}
        isReadOnly={isReadOnly}
        onChange={(reviewEveryDays) => onChange({ reviewEveryDays })}
      />
      <Field label={t.dataClass} hint={t.dataClassHint}>
        {({ id }) => (
          <Select
            id={id}
            label={t.dataClass}
            isDisabled={isReadOnly}
            value={draft.dataClass}
            options={DATA_CLASSES.map((value) => ({ value, label: e.dataClasses[value] }))}
            onChange={(dataClass) => onChange({ dataClass })}
          />
        )}
      </Field>
      <OwnerField
        ownerId={draft.ownerId}
        isReadOnly={isReadOnly}
        onChange={(ownerId) => onChange({ ownerId })}
      />
    </div>
  );
}
