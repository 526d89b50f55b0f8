"use client";

import { useEffect, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { releaseMessages } from "./messages.ts";

/** After this long the reader deserves a word. */
const LONG_MS = 6_000;

type PublishProgressProps = { readonly tests: { readonly done: number; readonly total: number } | null };

/** What is going on between the click and the outcome. */
export function PublishProgress({ tests }: PublishProgressProps) {
  const t = useTexts(releaseMessages).dialog;
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS);
    return () => clearTimeout(timer);
  }, []);
  const share = tests && tests.total > 0 ? tests.done / tests.total : null;
  return (
    <div role="status" className="flex flex-col gap-1.5 text-sm text-ink-2">
      <div className="h-1 overflow-hidden rounded-full bg-sunken">
        <div
          className={
            share === null
              ? "h-full w-1/3 animate-pulse rounded-full bg-accent motion-reduce:animate-none"
              : "h-full rounded-full bg-accent transition-[width] duration-[var(--fast)]"
          }
          style={share === null ? undefined : { width: `${Math.max(4, share * 100)}%` }}
        />
      </div>
      <p>{tests ? t.testing(tests.done, tests.total) : t.working}</p>
      {isLong && !tests && <p className="text-ink-3">{t.workingLong}</p>}
    </div>
  );
}
