"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import type { Scores } from "#flows/testing/score-batch.ts";
import { batchMessages } from "./batch-messages.ts";
import type { BatchItem } from "./to-batch-items.ts";
import { usePairs } from "./use-pairs.tsx";

/** A larger square cannot be read; the list beside it names every frequent confusion anyway. */
const LABELS_MAX = 20;
const CONFUSIONS_MAX = 15;

/** What was taken for what: a square of the most frequent classes, and the confusions in words. */
export function ConfusionMatrix({ items }: { readonly items: readonly BatchItem[] }) {
  const t = useTexts(batchMessages).report;
  const { scores, picker } = usePairs(items);
  if (scores.total === 0) return <p className="py-8 text-center text-sm text-ink-2">{t.noLabels}</p>;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-140 text-sm text-ink-2">{t.confusionHint}</p>
        {picker}
      </div>
      <Matrix scores={scores} />
      {scores.confusions.length > 0 && (
        <section aria-label={t.topConfusions} className="flex flex-col gap-2">
          <h3 className="text-sm font-semibold text-ink">{t.topConfusions}</h3>
          <ul className="divide-y divide-line rounded-md border border-line">
            {scores.confusions.slice(0, CONFUSIONS_MAX).map(({ expected, actual, count }) => (
              <li key={`${expected}→${actual}`} className="flex items-baseline gap-3 px-3 py-2 text-sm">
                <span className="min-w-0 flex-1 break-words text-ink">
                  {expected} <span className="text-ink-3">→</span> {actual}
                </span>
                <span className="shrink-0 text-ink-2 tabular-nums">{t.times(count)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Matrix({ scores }: { readonly scores: Scores }) {
  const t = useTexts(batchMessages).report;
  const shown = scores.labels.slice(0, LABELS_MAX).map(({ label }) => label);
  const isCut = scores.labels.length > shown.length;
  const rows = scores.labels.filter(({ expected }) => expected > 0).slice(0, LABELS_MAX);
  return (
    <ScrollRegion
      label={t.views.confusion}
      className="w-fit max-w-full overflow-x-auto rounded-md border border-line"
    >
      <table className="text-sm">
        <thead>
          <tr className="align-bottom">
            <th className="sticky left-0 z-10 bg-surface px-3 py-2 text-left font-medium text-ink-2">
              {t.expected}
            </th>
            {[...shown, ...(isCut ? [t.others] : [])].map((label) => (
              <th key={label} className="px-1 py-2 font-normal text-ink-2">
                <span
                  className="mx-auto block max-h-28 max-w-6 truncate text-left leading-6 [writing-mode:vertical-rl]"
                  title={label}
                >
                  {label}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, expected }) => {
            const inside = shown.reduce((sum, actual) => sum + scores.count(label, actual), 0);
            return (
              <tr key={label} className="border-t border-line">
                <th
                  scope="row"
                  className="sticky left-0 z-10 max-w-50 truncate bg-surface px-3 py-1.5 text-left font-normal text-ink"
                  title={label}
                >
                  {label}
                </th>
                {shown.map((actual) => (
                  <Cell
                    key={actual}
                    count={scores.count(label, actual)}
                    share={scores.count(label, actual) / expected}
                    isRight={label === actual}
                  />
                ))}
                {isCut && (
                  <Cell count={expected - inside} share={(expected - inside) / expected} isRight={false} />
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

type CellProps = { readonly count: number; readonly share: number; readonly isRight: boolean };

/** The number always stands in the cell; the shade only helps the eye. */
function Cell({ count, share, isRight }: CellProps) {
  const color = isRight ? "var(--success)" : "var(--danger)";
  return (
    <td
      className="min-w-9 px-1 py-1.5 text-center text-ink tabular-nums"
      style={
        count > 0
          ? { background: `color-mix(in srgb, ${color} ${Math.round(8 + share * 22)}%, transparent)` }
          : undefined
      }
    >
      {count > 0 ? count : <span className="text-ink-3">·</span>}
    </td>
  );
}
