"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { Select } from "#components/ui/select.tsx";
import { importMessages } from "./messages.ts";
import { IMPORT_FIELDS, type ImportMapping } from "./send-entries.ts";

/** A select cannot hold null. */
const SKIP = "skip";

type MappingFieldsProps = {
  readonly columns: readonly string[];
  readonly mapping: ImportMapping;
  onChange(mapping: ImportMapping): void;
};

/** Which column is what; what was recognised is chosen already. */
export function MappingFields({ columns, mapping, onChange }: MappingFieldsProps) {
  const t = useTexts(importMessages);
  const isFound = columns.join() === Object.keys(t.found).join();
  const names = isFound ? Object.values(t.found) : columns;
  return (
    <section aria-label={t.mapping}>
      <h3 className="text-sm font-semibold text-ink">{t.mapping}</h3>
      <p className="mb-2 text-sm text-ink-3">{t.mappingHint}</p>
      <ul className="grid gap-x-8 gap-y-2 sm:grid-cols-2">
        {names.map((column, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name, and their order never changes
          <li key={index} className="flex min-w-0 items-center gap-2">
            <span className="min-w-0 flex-1 truncate text-sm text-ink" title={column}>
              {column}
            </span>
            <Select<(typeof IMPORT_FIELDS)[number] | typeof SKIP>
              size="sm"
              label={t.column(column)}
              className="w-44 shrink-0"
              value={mapping[index] ?? SKIP}
              options={[
                { value: SKIP, label: t.skipColumn },
                ...IMPORT_FIELDS.map((value) => ({ value, label: t.fields[value] })),
              ]}
              onChange={(next) =>
                onChange(columns.map((_, at) => (at === index ? toField(next) : (mapping[at] ?? null))))
              }
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

const toField = (value: (typeof IMPORT_FIELDS)[number] | typeof SKIP) => (value === SKIP ? null : value);
