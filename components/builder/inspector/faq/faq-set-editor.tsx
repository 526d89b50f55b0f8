"use client";

import { Plus } from "lucide-react";
import { useMemo, useState } from "react";
import { useBuilder, useBuilderStore } from "#components/builder/store/builder-context.ts";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { SearchField } from "#components/ui/search-field.tsx";
import { showSuccess } from "#components/ui/toast-store.ts";
import type { FaqEntry } from "#flows/kernel/flow.ts";
import { pickText } from "#flows/kernel/text.ts";
import { understandingMessages } from "../understanding/messages.ts";
import { FaqEntryForm } from "./faq-entry-form.tsx";
import { FaqList } from "./faq-list.tsx";
import { searchEntries } from "./search-entries.ts";
import { useFaqEntries, useFaqHands } from "./use-faq-set.ts";

type FaqSetEditorProps = {
  readonly setId: string;
  /** List and entry side by side; else one gives way to the other. */
  readonly isWide?: boolean;
  readonly startId?: string | null;
};

/** The entries of a set: searched, opened, written, added and deleted. */
export function FaqSetEditor({ setId, isWide = false, startId = null }: FaqSetEditorProps) {
  const t = useTexts(understandingMessages).entry;
  const store = useBuilderStore();
  const locale = usePreferences((state) => state.locale);
  const canEdit = useBuilder((state) => state.canEdit);
  const entries = useFaqEntries(setId);
  const hands = useFaqHands(setId);
  const [search, setSearch] = useState("");
  const [openId, setOpenId] = useState<string | null>(startId);
  const [lastRemoved, setLastRemoved] = useState<FaqEntry | null>(null);
  const found = useMemo(() => searchEntries(entries, search), [entries, search]);
  const open = entries.find(({ id }) => id === openId) ?? null;
  const nameOf = (entry: FaqEntry) => pickText(entry.question, locale, locale).trim() || t.untitled;

  const add = () => {
    setSearch("");
    setOpenId(hands.add(found.length === 0 ? search.trim() : ""));
  };
  const remove = (entry: FaqEntry) => {
    hands.remove(entry.id);
    setOpenId(null);
    setLastRemoved(entry);
    showSuccess(t.removed(nameOf(entry)));
  };
  const undo = () => {
    store.getState().undo();
    setOpenId(lastRemoved?.id ?? null);
    setLastRemoved(null);
  };
  const isUndoable = lastRemoved !== null && !entries.some(({ id }) => id === lastRemoved.id);
  const form = open && (
    <FaqEntryForm
      key={open.id}
      setId={setId}
      entry={open}
      hasBack={!isWide}
      onBack={() => setOpenId(null)}
      onRemove={() => remove(open)}
    />
  );
  if (!isWide && form) return <div className="rounded-md border border-line bg-surface">{form}</div>;

  const list = (
    <div className="flex min-h-0 min-w-0 flex-col">
      <div className="flex items-center gap-1 border-b border-line p-2">
        <SearchField label={t.search} value={search} onChange={setSearch} className="min-w-0 flex-1" />
        {canEdit && <IconButton icon={Plus} label={t.add} onClick={add} />}
      </div>
      {isUndoable && (
        <p className="flex items-center justify-between gap-2 border-b border-line bg-sunken px-3 py-1.5 text-xs text-ink-2">
          <span className="min-w-0 truncate">{t.removed(nameOf(lastRemoved))}</span>
          <button
            type="button"
            className="shrink-0 font-medium text-accent-text hover:underline"
            onClick={undo}
          >
            {t.undo}
          </button>
        </p>
      )}
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
        <FaqList
          entries={found}
          openId={openId}
          className={isWide ? "min-h-0 flex-1" : "max-h-80"}
          onOpen={setOpenId}
        />
      )}
      <p className="border-t border-line px-3 py-1.5 text-xs text-ink-3">
        {t.shown(found.length, entries.length)}
      </p>
    </div>
  );
  return (
    <div
      className={joinClasses(
        "overflow-hidden rounded-md border border-line bg-surface",
        isWide && "grid h-[60vh] grid-cols-[minmax(220px,2fr)_3fr] [&>*+*]:border-l [&>*+*]:border-line",
      )}
    >
      {list}
      {isWide && <div className="min-h-0 overflow-y-auto">{form}</div>}
    </div>
  );
}
