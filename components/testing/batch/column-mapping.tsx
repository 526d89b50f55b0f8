"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { SwitchField } from "#components/ui/switch-field.tsx";
import { batchMessages } from "./batch-messages.ts";
import { type BatchField, FIELDS, type Mapping } from "./map-columns.ts";
import type { Sheet } from "./read-sheet.ts";

const NONE = "none";
const SAMPLE_MAX_CHARS = 24;

type ColumnMappingProps = {
  readonly sheet: Sheet;
  readonly mapping: Mapping;
  readonly hasHeading: boolean;
  onMap(mapping: Mapping): void;
  onHeading(hasHeading: boolean): void;
};

/** Which column holds what. Only the question must be somewhere. */
export function ColumnMapping({ sheet, mapping, hasHeading, onMap, onHeading }: ColumnMappingProps) {
  const t = useTexts(batchMessages).columns;
  const width = sheet.reduce((most, row) => Math.max(most, row.length), 0);
  const columns = Array.from({ length: width }, (_, index) => ({
    value: String(index),
    label: t.column(toLetter(index), (sheet[0]?.[index] ?? "").slice(0, SAMPLE_MAX_CHARS)),
  }));
  const toOptions = (field: BatchField) =>
    field === "question" ? columns : [{ value: NONE, label: t.none }, ...columns];
  return (
    <section aria-label={t.title} className="flex flex-col gap-3">
      <div>
        <h3 className="text-sm font-semibold text-ink">{t.title}</h3>
        <p className="text-sm text-ink-2">{t.hint}</p>
      </div>
      <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
        {FIELDS.map((field) => (
          <Field key={field} label={t.fields[field]} hint={t.hints[field]}>
            {({ id }) => (
              <Select
                id={id}
                label={t.fields[field]}
                value={mapping[field] === null ? NONE : String(mapping[field])}
                options={toOptions(field)}
                onChange={(value) => onMap({ ...mapping, [field]: value === NONE ? null : Number(value) })}
              />
            )}
          </Field>
        ))}
      </div>
      <div className="max-w-80">
        <SwitchField label={t.hasHeading} isOn={hasHeading} onChange={onHeading} />
      </div>
    </section>
  );
}

const LETTERS = 26;

/** A, B, … Z, AA: as spreadsheets name their columns. */
function toLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % LETTERS));
  return index < LETTERS ? last : `${toLetter(Math.floor(index / LETTERS) - 1)}${last}`;
}
