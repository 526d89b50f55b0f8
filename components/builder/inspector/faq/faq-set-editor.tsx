"use client";

import { useState } from "react";
import { useBuilder, useBuilderStore } from "#components/builder/store/builder-context.ts";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import { showSuccess } from "#components/ui/toast-store.ts";
import type { FaqEntry } from "#flows/kernel/flow.ts";
import { pickText } from "#flows/kernel/text.ts";
import { understandingMessages } from "../understanding/messages.ts";
import { EntryColumn } from "./entry-column.tsx";
import { FaqEntryForm } from "./faq-entry-form.tsx";
import { SynonymEditor } from "./synonym-editor.tsx";
import { TryFaq } from "./try-faq.tsx";
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
  const open = entries.find(({ id }) => id === openId) ?? null;
  const nameOf = (entry: FaqEntry) => pickText(entry.question, locale, locale).trim() || t.untitled;

  const add = (question: string) => {
    setSearch("");
    setOpenId(hands.add(question));
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
      hasBack={isWide ? "on-phones" : "always"}
      onBack={() => setOpenId(null)}
      onRemove={() => remove(open)}
    />
  );
  if (!isWide && form) return <div className="rounded-md border border-line bg-surface">{form}</div>;

  const list = (
    <EntryColumn
      entries={entries}
      openId={openId}
      search={search}
      canEdit={canEdit}
      listClassName={isWide ? "min-h-0 flex-1" : "max-h-80"}
      onSearch={setSearch}
      onAdd={add}
      onOpen={setOpenId}
    >
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
    </EntryColumn>
  );
  return (
    <div className="flex flex-col gap-3">
      {isWide && <TryFaq setIds={[setId]} />}
      <div
        className={joinClasses(
          "overflow-hidden rounded-md border border-line bg-surface",
          isWide &&
            "grid h-[54vh] md:grid-cols-[minmax(220px,2fr)_3fr] md:[&>*+*]:border-l md:[&>*+*]:border-line",
          isWide && (open ? "max-md:[&>*:first-child]:hidden" : "max-md:[&>*:last-child]:hidden"),
        )}
      >
        {list}
        {isWide && <div className="min-h-0 overflow-y-auto">{form}</div>}
      </div>
      <SynonymEditor setId={setId} />
    </div>
  );
}
