"use client";

import { Search, X } from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { joinClasses } from "./join-classes.ts";
import { uiMessages } from "./messages.ts";

type SearchFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly className?: string;
  onChange(value: string): void;
};

export function SearchField({ label, value, className, onChange }: SearchFieldProps) {
  const t = useTexts(uiMessages);
  return (
    <span className={joinClasses("relative block", className)}>
      <Search className="pointer-events-none absolute left-2.5 top-2 size-4 text-ink-3" aria-hidden />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="h-8 w-full rounded-sm border border-line-strong bg-surface pl-8 pr-8 text-sm text-ink hover:border-ink-3 focus-visible:border-accent focus-visible:outline-2 focus-visible:-outline-offset-1 [&::-webkit-search-cancel-button]:hidden"
      />
      {value && (
        <button
          type="button"
          aria-label={t.close}
          onClick={() => onChange("")}
          className="absolute right-1 top-1 inline-flex size-6 items-center justify-center rounded-xs text-ink-3 hover:text-ink"
        >
          <X className="size-3.5" aria-hidden />
        </button>
      )}
    </span>
  );
}
