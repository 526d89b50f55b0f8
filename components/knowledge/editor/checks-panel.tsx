"use client";

import { CircleAlert, CircleCheck, Info, LoaderCircle, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import { entryMessages } from "../entries/messages.ts";
import { toQuestion } from "../entries/to-question.ts";
import { checkMessages } from "./check-messages.ts";
import { toLintText } from "./to-lint-text.ts";
import type { EntryCheck, Lint, useEntryCheck } from "./use-entry-check.ts";

const LOOKS = {
  error: { icon: CircleAlert, classes: "text-danger-text" },
  warning: { icon: TriangleAlert, classes: "text-warn-text" },
  advice: { icon: Info, classes: "text-ink-2" },
} as const satisfies Readonly<Record<Lint["severity"], unknown>>;

const DUPLICATES_SHOWN = 5;

type ChecksPanelProps = {
  readonly check: ReturnType<typeof useEntryCheck>;
  toHref(entryId: string): string;
};

/** What the typing has to be looked at for: others that say the same, and what is missing. */
export function ChecksPanel({ check, toHref }: ChecksPanelProps) {
  const texts = useTexts(checkMessages);
  const { locales } = useTexts(entryMessages);
  const t = texts.checks;
  const { data } = check;
  if (!data && !check.isError) return null;
  const duplicates = mergeDuplicates(data?.duplicates ?? []);
  const isComparing = data?.duplicates === null;
  const isFine = data?.lints.length === 0 && duplicates.length === 0 && !isComparing;
  return (
    <section aria-label={t.title} className="rounded-md border border-line bg-canvas px-3.5 py-3 text-sm">
      <h3 className="mb-1.5 font-semibold text-ink">{t.title}</h3>
      {check.isError && <p className="text-ink-2">{t.failed}</p>}
      <ul aria-live="polite" className="flex flex-col gap-1.5">
        {duplicates.map((duplicate) => (
          <DuplicateLine key={duplicate.entryId} duplicate={duplicate} href={toHref(duplicate.entryId)} />
        ))}
        {data?.lints.map((lint) => {
          const { icon: Icon, classes } = LOOKS[lint.severity];
          const text = toLintText(lint, { lints: texts.lints, locales });
          return (
            <li key={`${lint.code} ${text}`} className={joinClasses("flex gap-2", classes)}>
              <Icon className="mt-0.5 size-4 shrink-0" aria-hidden />
              <span>{text}</span>
            </li>
          );
        })}
        {isComparing && (
          <li className="flex gap-2 text-ink-3">
            <LoaderCircle className="mt-0.5 size-4 shrink-0 animate-spin" aria-hidden />
            {t.checking}
          </li>
        )}
        {isFine && (
          <li className="flex gap-2 text-success-text">
            <CircleCheck className="mt-0.5 size-4 shrink-0" aria-hidden />
            {t.fine}
          </li>
        )}
      </ul>
    </section>
  );
}

type Duplicate = NonNullable<EntryCheck["duplicates"]>[number];

function DuplicateLine({ duplicate, href }: { readonly duplicate: Duplicate; readonly href: string }) {
  const t = useTexts(checkMessages).checks;
  const locale = usePreferences((state) => state.locale);
  const { icon: Icon, classes } = LOOKS[duplicate.isConflict ? "error" : "warning"];
  const name = toQuestion(duplicate.question, locale);
  return (
    <li className={joinClasses("flex gap-2", classes)}>
      <Icon className="mt-0.5 size-4 shrink-0" aria-hidden />
      <span className="min-w-0">
        {duplicate.isConflict ? t.conflict(name) : t.duplicate(name)}{" "}
        <Link href={href} scroll={false} className="font-medium underline">
          {t.open}
        </Link>
        <span className="block text-xs text-ink-3">
          {t.because(duplicate.text)} · {t.nearness(Math.round(duplicate.nearness * 100))}
        </span>
      </span>
    </li>
  );
}

/** One line an entry, its nearest phrasing: the others add nothing. Contradictions come first. */
function mergeDuplicates(duplicates: readonly Duplicate[]): readonly Duplicate[] {
  const nearest = new Map<string, Duplicate>();
  for (const duplicate of duplicates) {
    const known = nearest.get(duplicate.entryId);
    if (!known || known.nearness < duplicate.nearness) nearest.set(duplicate.entryId, duplicate);
  }
  return [...nearest.values()]
    .toSorted((a, b) => Number(b.isConflict) - Number(a.isConflict) || b.nearness - a.nearness)
    .slice(0, DUPLICATES_SHOWN);
}
