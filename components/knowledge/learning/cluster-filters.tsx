"use client";

import { useQuery } from "@tanstack/react-query";
import { readerTimeZone } from "#components/bots/reader-time-zone.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Select } from "#components/ui/select.tsx";
import { learningMessages } from "./messages.ts";
import { type LearningFilters, PERIODS, SIGNALS, type Signal } from "./use-learning-address.ts";

/** A select cannot hold null. */
const ALL = "all";

type ClusterFiltersProps = {
  readonly filters: LearningFilters;
  onChange(part: Partial<LearningFilters>): void;
};

export function ClusterFilters({ filters, onChange }: ClusterFiltersProps) {
  const t = useTexts(learningMessages);
  const trpc = useTRPC();
  const bots = useQuery(trpc.bot.list.queryOptions({ timeZone: readerTimeZone() }));
  return (
    <fieldset aria-label={t.filtersLabel} className="flex min-w-0 flex-wrap gap-2">
      <Select<Signal | typeof ALL>
        size="sm"
        label={t.signal}
        value={filters.signal ?? ALL}
        options={[
          { value: ALL, label: t.allSignals },
          ...SIGNALS.map((signal) => ({
            value: signal,
            label: t.signals[signal],
            hint: t.signalHints[signal],
          })),
        ]}
        onChange={(signal) => onChange({ signal: signal === ALL ? null : signal })}
      />
      <Select
        size="sm"
        label={t.bot}
        className="max-w-44"
        value={filters.botId ?? ALL}
        options={[
          { value: ALL, label: t.allBots },
          ...(bots.data ?? []).map((bot) => ({ value: bot.id, label: bot.name })),
        ]}
        onChange={(botId) => onChange({ botId: botId === ALL ? null : botId })}
      />
      <Select
        size="sm"
        label={t.period}
        value={filters.period}
        options={PERIODS.map((period) => ({ value: period, label: t.periods[period] }))}
        onChange={(period) => onChange({ period })}
      />
    </fieldset>
  );
}
