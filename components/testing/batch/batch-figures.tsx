"use client";

import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { batchMessages } from "./batch-messages.ts";
import type { BatchItem } from "./to-batch-items.ts";
import { toPercent } from "./to-percent.ts";

/** What one wants to know first. */
export function BatchFigures({ items }: { readonly items: readonly BatchItem[] }) {
  const t = useTexts(batchMessages).report;
  const formats = useFormats();
  const checked = items.filter(({ isRight }) => isRight !== null);
  const right = checked.filter(({ isRight }) => isRight).length;
  const unclear = items.filter(({ answer }) => isUnclear(answer.intent, answer.faq)).length;
  const handedOver = items.filter(({ answer }) => answer.handedOver).length;
  const figures = [
    {
      label: t.figures.right,
      value: checked.length === 0 ? "–" : toPercent(right / checked.length),
      note: t.ofExpected(checked.length),
    },
    { label: t.figures.questions, value: formats.number(items.length), note: "" },
    { label: t.figures.wrong, value: formats.number(checked.length - right), note: "" },
    { label: t.figures.unclear, value: formats.number(unclear), note: toPercent(unclear / items.length) },
    {
      label: t.figures.handedOver,
      value: formats.number(handedOver),
      note: toPercent(handedOver / items.length),
    },
  ];
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-5">
      {figures.map(({ label, value, note }) => (
        <div key={label} className="bg-surface px-4 py-3 first:col-span-2 sm:first:col-span-1">
          <dt className="text-sm text-ink-2">{label}</dt>
          <dd className="mt-0.5 text-xl font-semibold text-ink tabular-nums">
            {value} <span className="text-xs font-normal text-ink-3">{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Somebody looked, and nobody found anything for sure. */
const isUnclear = (intent: string | null, faq: string | null): boolean =>
  (intent === "none" || intent === "ambiguous" || intent === null) &&
  (faq === "miss" || faq === "suggest" || faq === null) &&
  !(intent === null && faq === null);
