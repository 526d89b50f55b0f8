"use client";

import Link from "next/link";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import type { Outputs } from "#components/trpc-client.ts";
import { Button } from "#components/ui/button.tsx";
import { toQuestion } from "../entries/to-question.ts";
import { learningMessages } from "./messages.ts";

type Near = Outputs["knowledge"]["learning"]["cluster"]["near"][number];
export type PickedEntry = Pick<Near, "entryId" | "question">;

type NearEntriesProps = {
  readonly near: readonly Near[];
  readonly mayAdd: boolean;
  readonly isBusy: boolean;
  onAdd(entry: PickedEntry): void;
};

/** Entries that may answer the group already, if only they were asked for in these words. */
export function NearEntries({ near, mayAdd, isBusy, onAdd }: NearEntriesProps) {
  const t = useTexts(learningMessages);
  const locale = usePreferences((state) => state.locale);
  return (
    <section aria-label={t.near}>
      <h3 className="font-semibold text-ink">{t.near}</h3>
      <p className="mt-0.5 text-sm text-ink-3">{near.length === 0 ? t.nearNone : t.nearHint}</p>
      {near.length > 0 && (
        <ul aria-label={t.near} className="mt-2 divide-y divide-line rounded-md border border-line">
          {near.map((entry) => {
            const question = toQuestion(entry.question, locale);
            const percent = Math.round(entry.nearness * 100);
            return (
              <li key={entry.entryId} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-3 py-2.5">
                <div className="min-w-40 flex-1">
                  <Link
                    href={`/knowledge/${entry.baseId}?entry=${entry.entryId}`}
                    className="break-words text-sm font-medium text-ink hover:underline"
                  >
                    {question}
                  </Link>
                  <p className="flex items-center gap-2 text-xs text-ink-3">
                    <span aria-hidden className="h-1 w-16 overflow-hidden rounded-full bg-sunken">
                      <span className="block h-full bg-accent" style={{ width: `${percent}%` }} />
                    </span>
                    {t.nearness(percent)} · {entry.baseName}
                  </p>
                </div>
                {mayAdd && (
                  <Button
                    size="sm"
                    disabled={isBusy}
                    aria-label={t.addHere(question)}
                    onClick={() => onAdd(entry)}
                  >
                    {t.add}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
