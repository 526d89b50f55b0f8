"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import type { CurvePoint } from "#flows/preview/threshold-curve.ts";
import { thresholdMessages } from "./threshold-messages.ts";
import { toPercent, toThresholdText } from "./threshold-text.ts";

type ThresholdTableProps = { readonly points: readonly CurvePoint[]; readonly asked: number };

/** The chart in numbers, each second point of it. */
export function ThresholdTable({ points, asked }: ThresholdTableProps) {
  const t = useTexts(thresholdMessages);
  return (
    <table className="mt-1 w-full text-right text-xs tabular-nums text-ink-2">
      <caption className="sr-only">{t.title}</caption>
      <thead>
        <tr className="border-b border-line">
          <th scope="col" className="py-1 text-left font-medium">
            {t.columns.threshold}
          </th>
          <th scope="col" className="py-1 font-medium">
            {t.columns.answered}
          </th>
          <th scope="col" className="py-1 font-medium">
            {t.columns.right}
          </th>
        </tr>
      </thead>
      <tbody>
        {points
          .filter((_, at) => at % 2 === 0)
          .map(({ threshold, answered, right }) => (
            <tr key={threshold}>
              <th scope="row" className="py-0.5 text-left font-normal">
                {toThresholdText(threshold)}
              </th>
              <td>{t.cell(answered, toPercent(answered, asked))}</td>
              <td>{answered === 0 ? t.empty : t.cell(right, toPercent(right, answered))}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
