"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { batchMessages } from "./batch-messages.ts";
import type { BatchItem } from "./to-batch-items.ts";
import { toPercent } from "./to-percent.ts";

/** Where the questions ended, most frequent first. */
export function NodeCounts({ items }: { readonly items: readonly BatchItem[] }) {
  const t = useTexts(batchMessages).report;
  const counts = new Map<string, { count: number; wrong: number }>();
  for (const { lastNode, isRight } of items) {
    const known = counts.get(lastNode) ?? { count: 0, wrong: 0 };
    counts.set(lastNode, {
      count: known.count + 1,
      wrong: known.wrong + (isRight === false ? 1 : 0),
    });
  }
  const nodes = [...counts].sort(([, a], [, b]) => b.count - a.count);
  const most = nodes[0]?.[1].count ?? 1;
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm text-ink-2">{t.nodesHint}</p>
      <table className="w-full text-left text-sm">
        <thead className="text-ink-2">
          <tr>
            <th className="py-2 pr-3 font-medium">{t.node}</th>
            <th className="w-2/5 py-2 pr-3 font-medium max-sm:hidden" aria-hidden />
            <th className="py-2 pr-3 text-right font-medium">{t.count}</th>
            <th className="py-2 pr-3 text-right font-medium">{t.share}</th>
            <th className="py-2 text-right font-medium">{t.wrong}</th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {nodes.map(([name, { count, wrong }]) => (
            <tr key={name}>
              <td className="break-words py-2 pr-3 text-ink">{name || t.problems}</td>
              <td className="py-2 pr-3 max-sm:hidden">
                <span
                  className="block h-2 rounded-full bg-accent"
                  style={{ width: `${(count / most) * 100}%` }}
                />
              </td>
              <td className="py-2 pr-3 text-right text-ink tabular-nums">{count}</td>
              <td className="py-2 pr-3 text-right text-ink-2 tabular-nums">
                {toPercent(count / items.length)}
              </td>
              <td className="py-2 text-right text-ink-2 tabular-nums">{wrong}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
