"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import type { Outputs } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { Select } from "#components/ui/select.tsx";
import { graphMessages } from "./messages.ts";
import type { FactState } from "./use-decisions.ts";

export type FactFilter = {
  readonly search: string;
  readonly state: FactState | null;
  readonly documentId: string | null;
  readonly isSourceChanged: boolean;
};

export const NO_FACT_FILTER: FactFilter = {
  ...{ search: "", state: "suggested", documentId: null, isSourceChanged: false },
};

const STATES = ["suggested", "accepted", "rejected"] as const satisfies readonly FactState[];
/** A select cannot hold null. */
const ANY = "any";

type FactFiltersProps = {
  readonly filter: FactFilter;
  readonly sources: Outputs["knowledge"]["graph"]["sources"];
  onChange(part: Partial<FactFilter>): void;
};

export function FactFilters({ filter, sources, onChange }: FactFiltersProps) {
  const t = useTexts(graphMessages);
  const changed = sources.reduce((sum, source) => sum + source.changed, 0);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchField
        label={t.search}
        value={filter.search}
        onChange={(search) => onChange({ search })}
        className="w-full sm:w-64"
      />
      <Select<string>
        size="sm"
        label={t.source}
        value={filter.documentId ?? ANY}
        className="max-w-72"
        options={[
          { value: ANY, label: t.anySource },
          ...sources.map(({ documentId, name, suggested }) => ({
            value: documentId ?? "none",
            label: suggested > 0 ? `${name ?? t.byPeople} · ${t.waiting(suggested)}` : (name ?? t.byPeople),
          })),
        ]}
        onChange={(documentId) => onChange({ documentId: documentId === ANY ? null : documentId })}
      />
      <Select<FactState | typeof ANY>
        size="sm"
        label={t.state}
        value={filter.state ?? ANY}
        options={[
          { value: ANY, label: t.anyState },
          ...STATES.map((value) => ({ value, label: t.states[value] })),
        ]}
        onChange={(state) => onChange({ state: state === ANY ? null : state, isSourceChanged: false })}
      />
      {(changed > 0 || filter.isSourceChanged) && (
        <Button
          look="ghost"
          aria-pressed={filter.isSourceChanged}
          onClick={() => onChange({ isSourceChanged: !filter.isSourceChanged, state: null })}
        >
          {t.changedOnly} ({changed})
        </Button>
      )}
    </div>
  );
}
