"use client";

import Link from "next/link";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { EntryBadges } from "./entry-badges.tsx";
import { entryMessages } from "./messages.ts";
import { toQuestion } from "./to-question.ts";
import type { ListedEntry } from "./use-entry-filters.ts";

/** As many as make an entry well found; fewer are pointed out. */
const PHRASINGS_ADVISED = 5;
const TAGS_SHOWN = 3;

type EntryRowProps = {
  readonly entry: ListedEntry;
  readonly href: string;
  /** Null where the reader may change nothing. */
  readonly isSelected: boolean | null;
  onSelect(isSelected: boolean): void;
};

export function EntryRow({ entry, href, isSelected, onSelect }: EntryRowProps) {
  const t = useTexts(entryMessages);
  const formats = useFormats();
  const locale = usePreferences((state) => state.locale);
  const question = toQuestion(entry.question, locale) || t.noQuestion;
  const phrasings = entry.similar + Object.keys(entry.question).length;
  return (
    <li className="relative flex gap-3 px-4 py-3 transition-colors duration-[var(--fast)] hover:bg-hover">
      {isSelected !== null && (
        <span className="relative z-10 pt-0.5">
          <Checkbox label={t.select(question)} isChecked={isSelected} onChange={onSelect} />
        </span>
      )}
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          {entry.deletedAt === null ? (
            <Link
              href={href}
              scroll={false}
              className="min-w-0 truncate font-medium text-ink after:absolute after:inset-0"
            >
              {question}
            </Link>
          ) : (
            <span className="min-w-0 truncate font-medium text-ink-2">{question}</span>
          )}
          <EntryBadges entry={entry} />
        </div>
        <p className={`mt-0.5 line-clamp-2 text-sm ${entry.answer ? "text-ink-2" : "text-warn-text"}`}>
          {entry.answer || t.noAnswer}
        </p>
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-3">
          <span className={phrasings < PHRASINGS_ADVISED ? "text-warn-text" : ""}>
            {t.phrasings(phrasings)}
          </span>
          <span>{t.by(entry.ownerName ?? entry.authorName, formats.relative(entry.updatedAt))}</span>
          {entry.tags.slice(0, TAGS_SHOWN).map((tag) => (
            <Badge key={tag}>{tag}</Badge>
          ))}
          {entry.tags.length > TAGS_SHOWN && <span>+{entry.tags.length - TAGS_SHOWN}</span>}
        </p>
      </div>
    </li>
  );
}
