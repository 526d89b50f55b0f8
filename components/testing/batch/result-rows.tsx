"use client";

import { useDeferredValue, useMemo, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { SwitchField } from "#components/ui/switch-field.tsx";
import { batchMessages } from "./batch-messages.ts";
import type { BatchItem } from "./to-batch-items.ts";
import { toCell } from "./to-cell.ts";
import { toPercent } from "./to-percent.ts";

const PAGE = 100;

/** Question by question; wrong ones first when there are any. */
export function ResultRows({ items }: { readonly items: readonly BatchItem[] }) {
  const t = useTexts(batchMessages).report;
  const wrong = useMemo(() => items.filter(({ isRight }) => isRight === false), [items]);
  const [isOnlyWrong, setOnlyWrong] = useState(wrong.length > 0);
  const [search, setSearch] = useState("");
  const [count, setCount] = useState(PAGE);
  const wanted = useDeferredValue(search.trim().toLowerCase());
  const found = useMemo(
    () =>
      (isOnlyWrong ? wrong : items).filter(
        ({ row, answer }) =>
          wanted === "" || `${row.question}\n${answer.reply}`.toLowerCase().includes(wanted),
      ),
    [items, wrong, isOnlyWrong, wanted],
  );
  const shown = found.slice(0, count);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <SearchField label={t.search} value={search} onChange={setSearch} className="w-full sm:w-70" />
        <SwitchField label={t.onlyWrong} isOn={isOnlyWrong} onChange={setOnlyWrong} />
      </div>
      {found.length === 0 ? (
        <p className="py-8 text-center text-sm text-ink-2">{t.noRows}</p>
      ) : (
        <ScrollRegion label={t.views.rows} className="rounded-md border border-line">
          <table className="w-full text-left text-sm">
            <thead className="bg-sunken text-ink-2">
              <tr>
                {[t.right, t.question, t.expected, t.actual, t.score, t.reply].map((heading, index) => (
                  <th key={heading} className="px-3 py-2 font-medium">
                    {index === 0 ? <span className="sr-only">{heading}</span> : heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="divide-y divide-line">
              {shown.map((item) => (
                <ResultRow key={item.index} item={item} />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      <div className="flex items-center justify-between gap-3 text-sm text-ink-3">
        {t.showing(shown.length, found.length)}
        {found.length > shown.length && (
          <Button size="sm" onClick={() => setCount(count + PAGE)}>
            {t.showMore}
          </Button>
        )}
      </div>
    </div>
  );
}

function ResultRow({ item }: { readonly item: BatchItem }) {
  const t = useTexts(batchMessages).report;
  const { row, answer, isRight, expected, actual } = item;
  const [text, tone] =
    isRight === null
      ? ([t.unchecked, "neutral"] as const)
      : isRight
        ? ([t.right, "success"] as const)
        : ([t.wrong, "danger"] as const);
  return (
    <tr className="align-top">
      <td className="px-3 py-2">
        <Badge tone={tone}>{text}</Badge>
      </td>
      <td className="min-w-40 max-w-70 break-words px-3 py-2 text-ink">
        {row.question}
        <Circumstances row={row} />
      </td>
      <td className="min-w-28 max-w-50 break-words px-3 py-2 text-ink-2">{expected}</td>
      <td className="min-w-28 max-w-50 break-words px-3 py-2 text-ink">{actual || item.lastNode}</td>
      <td className="px-3 py-2 text-ink-2 tabular-nums">{toPercent(answer.score)}</td>
      <td className="min-w-50 max-w-90 px-3 py-2 text-ink-2">
        <span className="line-clamp-3 whitespace-pre-line break-words" title={answer.reply}>
          {answer.reply}
        </span>
      </td>
    </tr>
  );
}

/** What was said and held before the question, where it has any. */
function Circumstances({ row }: { readonly row: BatchItem["row"] }) {
  const { fields } = useTexts(batchMessages).columns;
  const lines = (["history", "variables"] as const).flatMap((field) => {
    const text = toCell(row, field);
    return text === "" ? [] : [{ field, text }];
  });
  return lines.map(({ field, text }) => (
    <span key={field} className="mt-0.5 block whitespace-pre-line text-xs text-ink-3">
      {fields[field]} · {text}
    </span>
  ));
}
