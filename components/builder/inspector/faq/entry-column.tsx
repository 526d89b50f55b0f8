"use client";

import { Plus } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import type { FaqEntry } from "#flows/kernel/flow.ts";
import { understandingMessages } from "../understanding/messages.ts";
import { FaqList } from "./faq-list.tsx";
import { searchEntries } from "./search-entries.ts";

type EntryColumnProps = {
  readonly entries: readonly FaqEntry[];
  readonly openId: string | null;
  readonly search: string;
  readonly canEdit: boolean;
  readonly listClassName: string;
  /** Between the search and the list. */
  readonly children: ReactNode;
  onSearch(words: string): void;
  /** With what was searched in vain, which is most likely the new question. */
  onAdd(question: string): void;
  onOpen(entryId: string): void;
};

/** The questions of a set, searched as one types. */
export function EntryColumn(props: EntryColumnProps) {
  const { entries, openId, search, canEdit, listClassName, children, onSearch, onAdd, onOpen } = props;
  const t = useTexts(understandingMessages).entry;
  const found = useMemo(() => searchEntries(entries, search), [entries, search]);
  const add = () => onAdd(found.length === 0 ? search.trim() : "");
  return (
    <div className="flex min-h-0 min-w-0 flex-col">
      <div className="flex items-center gap-1 border-b border-line p-2">
        <SearchField label={t.search} value={search} onChange={onSearch} className="min-w-0 flex-1" />
        {canEdit && <IconButton icon={Plus} label={t.add} onClick={add} />}
      </div>
      {children}
      {found.length === 0 ? (
        <div className="flex flex-col items-center gap-3 px-4 py-8 text-center text-sm text-ink-3">
          {entries.length === 0 ? t.empty : t.noMatch}
          {canEdit && (
            <button type="button" className="font-medium text-accent-text hover:underline" onClick={add}>
              {t.add}
            </button>
          )}
        </div>
      ) : (
        <FaqList entries={found} openId={openId} className={listClassName} onOpen={onOpen} />
      )}
      <p className="mt-auto border-t border-line px-3 py-1.5 text-xs text-ink-3">
        {t.shown(found.length, entries.length)}
      </p>
    </div>
  );
}
