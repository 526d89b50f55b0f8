"use client";

import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import type { LabelScore } from "#flows/testing/score-batch.ts";
import { batchMessages } from "./batch-messages.ts";
import type { BatchItem } from "./to-batch-items.ts";
import { toPercent } from "./to-percent.ts";
import { usePairs } from "./use-pairs.tsx";

const PAGE = 50;

/** Precision, recall and F1 of each class. */
export function LabelScores({ items }: { readonly items: readonly BatchItem[] }) {
  const t = useTexts(batchMessages).report;
  const { scores, picker } = usePairs(items);
  const [count, setCount] = useState(PAGE);
  if (scores.total === 0) return <p className="py-8 text-center text-sm text-ink-2">{t.noLabels}</p>;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-140 text-sm text-ink-2">{t.labelsHint}</p>
        {picker}
      </div>
      <p className="text-sm text-ink">
        {t.macroF1} <strong className="tabular-nums">{toPercent(scores.macroF1)}</strong>
      </p>
      <ScrollRegion label={t.views.labels} className="rounded-md border border-line">
        <table className="w-full text-left text-sm">
          <thead className="bg-sunken text-ink-2">
            <tr>
              <th className="px-3 py-2 font-medium">{t.labels.label}</th>
              {(["expected", "actual", "right", "precision", "recall", "f1"] as const).map((column) => (
                <th key={column} className="px-3 py-2 text-right font-medium">
                  {t.labels[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {scores.labels.slice(0, count).map((score) => (
              <ScoreRow key={score.label} score={score} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {scores.labels.length > count && (
        <Button size="sm" className="self-end" onClick={() => setCount(count + PAGE)}>
          {t.showMore}
        </Button>
      )}
    </div>
  );
}

const WEAK_BELOW = 0.8;

function ScoreRow({ score }: { readonly score: LabelScore }) {
  const isWeak = score.f1 !== null && score.f1 < WEAK_BELOW;
  return (
    <tr>
      <td className="min-w-40 max-w-90 break-words px-3 py-2 text-ink">{score.label}</td>
      {[score.expected, score.actual, score.right].map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: three fixed columns
        <td key={index} className="px-3 py-2 text-right text-ink-2 tabular-nums">
          {value}
        </td>
      ))}
      <td className="px-3 py-2 text-right text-ink-2 tabular-nums">{toPercent(score.precision)}</td>
      <td className="px-3 py-2 text-right text-ink-2 tabular-nums">{toPercent(score.recall)}</td>
      <td
        className={`px-3 py-2 text-right font-medium tabular-nums ${isWeak ? "text-danger-text" : "text-ink"}`}
      >
        {toPercent(score.f1)}
      </td>
    </tr>
  );
}
