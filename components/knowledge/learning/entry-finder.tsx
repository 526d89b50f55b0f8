"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { Select } from "#components/ui/select.tsx";
import { toQuestion } from "../entries/to-question.ts";
import { learningMessages } from "./messages.ts";
import type { PickedEntry } from "./near-entries.tsx";
import { useBaseChoice } from "./use-base-choice.ts";

const SHOWN = 8;

type EntryFinderProps = { readonly isBusy: boolean; onAdd(entry: PickedEntry): void };

/** Finds the entry that the suggestions missed. */
export function EntryFinder({ isBusy, onAdd }: EntryFinderProps) {
  const t = useTexts(learningMessages);
  const locale = usePreferences((state) => state.locale);
  const trpc = useTRPC();
  const { bases, baseId, choose } = useBaseChoice(null);
  const [search, setSearch] = useState("");
  const found = useQuery(
    trpc.knowledge.entries.queryOptions(
      {
        ...{ baseId: baseId ?? "", page: 0, pageSize: SHOWN, sort: "updated", isDeleted: false },
        states: ["draft", "in_review", "approved", "published"],
        ...(search.trim() ? { search: search.trim() } : {}),
      },
      { enabled: baseId !== null, placeholderData: keepPreviousData },
    ),
  );
  if (baseId === null) return null;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        <Select
          size="sm"
          label={t.base}
          value={baseId}
          options={bases.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={choose}
        />
        <SearchField label={t.searchEntry} value={search} onChange={setSearch} className="min-w-40 flex-1" />
      </div>
      {found.data?.entries.length === 0 && <p className="text-sm text-ink-3">{t.noEntry}</p>}
      <ul
        aria-label={t.otherEntry}
        className="divide-y divide-line rounded-md border border-line empty:hidden"
      >
        {found.data?.entries.map((entry) => {
          const question = toQuestion(entry.question, locale);
          return (
            <li key={entry.id} className="flex items-center gap-3 px-3 py-2">
              <span className="min-w-0 flex-1 truncate text-sm text-ink">{question}</span>
              <Button
                size="sm"
                disabled={isBusy}
                aria-label={t.addHere(question)}
                onClick={() => onAdd({ entryId: entry.id, question: entry.question })}
              >
                {t.add}
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
