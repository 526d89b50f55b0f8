"use client";

import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { Select } from "#components/ui/select.tsx";
import { LOCALES } from "#flows/kernel/text.ts";
import { followAddress, send, startTyping, type } from "./follow-address.ts";
import { entryMessages } from "./messages.ts";
import { type EntryFilters, FLAGS, isFiltered, NO_FILTERS, SORTS, STATES } from "./use-entry-filters.ts";

/** A select cannot hold null. */
const ANY = "any";
const TYPING_MS = 300;

type EntryFilterBarProps = {
  readonly baseId: string;
  readonly filters: EntryFilters;
  /** Stands beside the search. */
  readonly actions: ReactNode;
  onChange(part: Partial<EntryFilters>): void;
};

export function EntryFilterBar({ baseId, filters, actions, onChange }: EntryFilterBarProps) {
  const t = useTexts(entryMessages);
  const trpc = useTRPC();
  const tags = useQuery(trpc.knowledge.tags.queryOptions({ baseId }));
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <div className="flex w-full items-center gap-2">
        <SearchBox value={filters.search} onChange={(search) => onChange({ search })} />
        {actions}
      </div>
      <Picker
        label={t.state}
        any={t.any.state}
        value={filters.state}
        options={STATES.map((value) => ({ value, label: t.states[value] }))}
        onChange={(state) => onChange({ state })}
      />
      <Picker
        label={t.flag}
        any={t.any.flag}
        value={filters.flag}
        options={FLAGS.map((value) => ({ value, label: t.flags[value] }))}
        onChange={(flag) => onChange({ flag })}
      />
      {(tags.data?.length ?? 0) > 0 && (
        <Picker
          label={t.tag}
          any={t.any.tag}
          value={filters.tag}
          options={(tags.data ?? []).map(({ tag, entries }) => ({
            value: tag,
            label: `${tag} (${entries})`,
          }))}
          onChange={(tag) => onChange({ tag })}
        />
      )}
      <Picker
        label={t.locale}
        any={t.any.locale}
        value={filters.locale}
        options={LOCALES.map((value) => ({ value, label: t.locales[value] }))}
        onChange={(locale) => onChange({ locale })}
      />
      <Select
        size="sm"
        label={t.sort}
        value={filters.sort}
        options={SORTS.map((value) => ({ value, label: t.sorts[value] }))}
        onChange={(sort) => onChange({ sort })}
      />
      {isFiltered(filters) && (
        <Button look="ghost" onClick={() => onChange(NO_FILTERS)}>
          {t.clear}
        </Button>
      )}
    </div>
  );
}

type PickerProps<Value extends string> = {
  readonly label: string;
  readonly any: string;
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  onChange(value: Value | null): void;
};

function Picker<Value extends string>({ label, any, value, options, onChange }: PickerProps<Value>) {
  return (
    <Select<Value | typeof ANY>
      size="sm"
      label={label}
      value={value ?? ANY}
      options={[{ value: ANY, label: any }, ...options]}
      onChange={(next) => onChange(next === ANY ? null : next)}
    />
  );
}

/** Asks the server only when the typing rests; filters that are cleared elsewhere empty it. */
function SearchBox({ value, onChange }: { readonly value: string; onChange(value: string): void }) {
  const t = useTexts(entryMessages);
  const [kept, setTyped] = useState(() => startTyping(value));
  const typed = followAddress(kept, value);
  if (typed !== kept) setTyped(typed);
  const wanted = typed.text.trim();
  const asked = typed.sent.at(-1) ?? value;
  useEffect(() => {
    if (wanted === asked) return;
    const timer = setTimeout(() => {
      setTyped((now) => send(now, wanted));
      onChange(wanted);
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [wanted, asked, onChange]);
  return (
    <SearchField
      label={t.search}
      value={typed.text}
      onChange={(text) => setTyped((now) => type(now, text))}
      className="min-w-0 flex-1"
    />
  );
}
