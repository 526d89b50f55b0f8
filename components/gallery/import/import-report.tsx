"use client";

import { CircleAlert, CircleCheck, type LucideIcon, TriangleAlert } from "lucide-react";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import type { ForeignImport } from "#flows/transfer/foreign/finish-draft.ts";
import { reasons } from "#flows/transfer/foreign/reasons.ts";
import { importMessages } from "./messages.ts";

type Outcome = ForeignImport["report"][number]["outcome"];

const LOOKS: { readonly [O in Outcome]: { readonly icon: LucideIcon; readonly classes: string } } = {
  unmapped: { icon: CircleAlert, classes: "text-danger-text" },
  changed: { icon: TriangleAlert, classes: "text-warn-text" },
  mapped: { icon: CircleCheck, classes: "text-success-text" },
};

const OUTCOMES = ["unmapped", "changed", "mapped"] as const;

/** What became of each node of the other builder; what needs a hand comes first. */
export function ImportReport({ report }: { readonly report: ForeignImport["report"] }) {
  const t = useTexts(importMessages);
  const locale = usePreferences((state) => state.locale);
  const count = (outcome: Outcome) => report.filter((line) => line.outcome === outcome).length;
  const sorted = OUTCOMES.flatMap((outcome) => report.filter((line) => line.outcome === outcome));
  return (
    <section aria-label={t.report.title}>
      <h3 className="text-base font-semibold text-ink">{t.report.title}</h3>
      <p className="mt-0.5 text-sm text-ink-2">
        {t.report.summary(count("mapped"), count("changed"), count("unmapped"))}
      </p>
      <ul className="mt-2 divide-y divide-line rounded-md border border-line">
        {sorted.map((line, index) => {
          const { icon: Icon, classes } = LOOKS[line.outcome];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes while it is shown
            <li key={index} className="flex items-start gap-2.5 px-3 py-2">
              <Icon className={joinClasses("mt-0.5 size-4 shrink-0", classes)} aria-hidden />
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap items-baseline gap-x-2 text-sm text-ink">
                  <span className="font-medium">{line.title}</span>
                  <code className="font-mono text-xs text-ink-3">{line.from}</code>
                </p>
                {line.reason && <p className="text-xs text-ink-2">{reasons[line.reason][locale]}</p>}
              </div>
              <span className={joinClasses("shrink-0 text-xs", classes)}>
                {t.report.outcomes[line.outcome]}
              </span>
            </li>
          );
        })}
      </ul>
      {count("unmapped") > 0 && <p className="mt-2 text-xs text-ink-3">{t.report.hint}</p>}
    </section>
  );
}
