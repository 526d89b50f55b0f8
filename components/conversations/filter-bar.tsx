"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { readerTimeZone } from "#components/bots/reader-time-zone.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { SearchField } from "#components/ui/search-field.tsx";
import { Select } from "#components/ui/select.tsx";
import { LOCALES } from "#flows/kernel/text.ts";
import { conversationMessages } from "./messages.ts";
import { type Filters, STATUSES } from "./use-filters.ts";

type FilterBarProps = { readonly filters: Filters; onChange(part: Partial<Filters>): void };

/** A select cannot hold null. */
const ALL = "all";
const TYPING_MS = 300;

export function FilterBar({ filters, onChange }: FilterBarProps) {
  const t = useTexts(conversationMessages);
  const trpc = useTRPC();
  const bots = useQuery(trpc.bot.list.queryOptions({ timeZone: readerTimeZone() }));
  return (
    <div className="flex flex-col gap-2 border-b border-line p-3">
      <SearchBox value={filters.search} onChange={(search) => onChange({ search })} />
      <div className="grid grid-cols-3 gap-2">
        <Select
          size="sm"
          label={t.bot}
          value={filters.botId ?? ALL}
          options={[
            { value: ALL, label: t.allBots },
            ...(bots.data ?? []).map((bot) => ({ value: bot.id, label: bot.name })),
          ]}
          onChange={(botId) => onChange({ botId: botId === ALL ? null : botId })}
        />
        <Select<(typeof STATUSES)[number] | typeof ALL>
          size="sm"
          label={t.status}
          value={filters.status ?? ALL}
          options={[
            { value: ALL, label: t.allStatuses },
            ...STATUSES.map((status) => ({ value: status, label: t.statuses[status] })),
          ]}
          onChange={(status) => onChange({ status: status === ALL ? null : status })}
        />
        <Select<(typeof LOCALES)[number] | typeof ALL>
          size="sm"
          label={t.locale}
          value={filters.locale ?? ALL}
          options={[
            { value: ALL, label: t.allLocales },
            ...LOCALES.map((locale) => ({ value: locale, label: t.locales[locale] })),
          ]}
          onChange={(locale) => onChange({ locale: locale === ALL ? null : locale })}
        />
      </div>
    </div>
  );
}

/** Asks the server only when the typing rests. */
function SearchBox({ value, onChange }: { readonly value: string; onChange(value: string): void }) {
  const t = useTexts(conversationMessages);
  const [text, setText] = useState(value);
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => onChange(text.trim()), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  return <SearchField label={t.search} value={text} onChange={setText} />;
}
