"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { FileText, MessageCircleQuestion, Search, Share2 } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { Popover } from "#components/ui/popover.tsx";
import { toQuestion } from "../../entries/to-question.ts";
import { CHOICE, KeyHint, QuestionName } from "./choice-row.tsx";
import { cycleEntry, type LabelDraft } from "./label-draft.ts";
import { labelMessages } from "./messages.ts";
import type { FoundEntry } from "./use-label-queue.ts";

/** As many as there are digits for. */
export const FOUND_SHOWN = 5;

type EntriesFieldProps = {
  readonly found: readonly FoundEntry[];
  readonly draft: LabelDraft;
  readonly isActive: boolean;
  onChange(draft: LabelDraft): void;
};

/** Which entries answer the question or help: those that the bot had found, and any other of the bases. */
export function EntriesField({ found, draft, isActive, onChange }: EntriesFieldProps) {
  const t = useTexts(labelMessages);
  const shown = found.slice(0, FOUND_SHOWN);
  const known = new Set(shown.map(({ entryId }) => entryId));
  const added = draft.relevant.filter(({ entryId }) => !known.has(entryId));
  const rows = [...shown, ...added.map((one) => ({ ...one, type: "entry" as const }))];
  return (
    <fieldset aria-label={t.questions.entries} className="min-w-0">
      <QuestionName label={t.questions.entries} isActive={isActive} />
      {rows.length === 0 && <p className="mb-1.5 text-sm text-ink-3">{t.foundNone}</p>}
      <ul aria-label={t.found} className="flex flex-col gap-1">
        {rows.map((entry, at) => (
          <li key={entry.entryId}>
            <EntryButton
              entry={entry}
              digit={at < shown.length ? String(at + 1) : null}
              grade={draft.relevant.find(({ entryId }) => entryId === entry.entryId)?.grade ?? null}
              onPress={() => onChange(cycleEntry(draft, entry))}
            />
          </li>
        ))}
      </ul>
      <div className="mt-1.5 flex flex-wrap gap-1.5">
        {(["none", "unsure"] as const).map((value, at) => (
          <button
            key={value}
            type="button"
            aria-pressed={draft.entries === value}
            data-state={draft.entries === value ? "checked" : "unchecked"}
            onClick={() => onChange({ ...draft, entries: value, relevant: [] })}
            className={CHOICE}
          >
            <KeyHint>{at === 0 ? "0" : "9"}</KeyHint>
            {t.entries[value]}
          </button>
        ))}
        <EntrySearch onPick={(entry) => onChange(cycleEntry(draft, entry))} />
      </div>
      <p className="mt-1.5 text-xs text-ink-3">{t.entriesHint}</p>
    </fieldset>
  );
}

const ICONS = { entry: MessageCircleQuestion, passage: FileText, fact: Share2 } as const;

type EntryButtonProps = {
  readonly entry: Pick<FoundEntry, "question" | "type">;
  readonly digit: string | null;
  readonly grade: 1 | 2 | null;
  onPress(): void;
};

function EntryButton({ entry, digit, grade, onPress }: EntryButtonProps) {
  const t = useTexts(labelMessages);
  const Icon = ICONS[entry.type];
  return (
    <button
      type="button"
      aria-pressed={grade !== null}
      onClick={onPress}
      className={joinClasses(
        "flex min-h-9 w-full items-center gap-2 rounded-sm border px-2.5 py-1 text-left text-sm text-ink transition-colors duration-[var(--fast)]",
        grade === null ? "border-line bg-surface hover:bg-hover" : "border-accent bg-accent-soft",
      )}
    >
      {digit !== null && <KeyHint>{digit}</KeyHint>}
      <Icon className="size-4 shrink-0 text-ink-3" aria-hidden />
      <span className="min-w-0 flex-1">{entry.question}</span>
      {grade !== null && <Badge tone={grade === 2 ? "accent" : "neutral"}>{t.grades[grade]}</Badge>}
    </button>
  );
}

type EntrySearchProps = { onPick(entry: { readonly entryId: string; readonly question: string }): void };

function EntrySearch({ onPick }: EntrySearchProps) {
  const t = useTexts(labelMessages);
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      label={t.searchEntries}
      isOpen={isOpen}
      onOpenChange={setOpen}
      className="w-96 max-w-[calc(100vw-32px)]"
      trigger={
        <Button look="ghost" icon={Search}>
          {t.searchEntries}
        </Button>
      }
    >
      <SearchPane
        onPick={(entry) => {
          onPick(entry);
          setOpen(false);
        }}
      />
    </Popover>
  );
}

function SearchPane({ onPick }: EntrySearchProps) {
  const t = useTexts(labelMessages);
  const trpc = useTRPC();
  const locale = usePreferences((state) => state.locale);
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(typed.trim());
  const entries = useQuery(
    trpc.knowledge.label.entries.queryOptions({ search }, { placeholderData: keepPreviousData }),
  );
  return (
    <div className="flex max-h-80 flex-col">
      <input
        aria-label={t.searchHint}
        placeholder={t.searchHint}
        value={typed}
        maxLength={200}
        onChange={(event) => setTyped(event.target.value)}
        className="h-9 shrink-0 border-b border-line bg-transparent px-3 text-sm text-ink outline-none"
      />
      <ul className="min-h-0 flex-1 overflow-y-auto p-1">
        {entries.data?.map(({ entryId, question, baseName }) => (
          <li key={entryId}>
            <button
              type="button"
              onClick={() => onPick({ entryId, question: toQuestion(question, locale) })}
              className="flex min-h-8 w-full items-center gap-2 rounded-xs px-2 py-1 text-left text-sm text-ink hover:bg-hover"
            >
              <span className="min-w-0 flex-1">{toQuestion(question, locale)}</span>
              <span className="max-w-28 truncate text-xs text-ink-3">{baseName}</span>
            </button>
          </li>
        ))}
        {entries.data?.length === 0 && (
          <li className="px-3 py-5 text-center text-sm text-ink-3">{t.noEntries}</li>
        )}
      </ul>
    </div>
  );
}
