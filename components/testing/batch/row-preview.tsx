"use client";

import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Badge } from "#components/ui/badge.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { SwitchField } from "#components/ui/switch-field.tsx";
import { type BatchTexts, batchMessages } from "./batch-messages.ts";
import { chooseRows, FIELDS, type Mapping, type ReadRow } from "./map-columns.ts";
import { toCell } from "./to-cell.ts";

const SHOWN_MAX = 20;

type RowPreviewProps = { readonly read: readonly ReadRow[]; readonly mapping: Mapping };

/** The first rows as they were understood; rows with problems can be seen alone. */
export function RowPreview({ read, mapping }: RowPreviewProps) {
  const t = useTexts(batchMessages);
  const [isProblemsOnly, setProblemsOnly] = useState(false);
  const { rows, skipped } = chooseRows(read);
  const wanted = isProblemsOnly ? read.filter(({ problem }) => problem !== null) : read;
  const shown = wanted.slice(0, SHOWN_MAX);
  const fields = FIELDS.filter((field) => mapping[field] !== null);
  return (
    <section aria-label={t.preview.title} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h3 className="text-sm font-semibold text-ink">{t.preview.title}</h3>
          <p role="status" className="text-sm text-ink-2">
            {t.preview.summary(rows.length, skipped)}
          </p>
        </div>
        {skipped > 0 && (
          <SwitchField label={t.preview.onlyProblems} isOn={isProblemsOnly} onChange={setProblemsOnly} />
        )}
      </div>
      <ScrollRegion label={t.preview.title} className="rounded-md border border-line">
        <table className="w-full text-left text-sm">
          <thead className="bg-sunken text-ink-2">
            <tr>
              <th className="px-3 py-2 font-medium">{t.preview.line}</th>
              <th className="px-3 py-2 font-medium">{t.preview.state}</th>
              {fields.map((field) => (
                <th key={field} className="px-3 py-2 font-medium">
                  {t.columns.fields[field]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {shown.map(({ line, row, problem }) => (
              <tr key={line} className="align-top">
                <td className="px-3 py-2 text-ink-3 tabular-nums">{line}</td>
                <td className="px-3 py-2">
                  <Badge tone={problem === null ? "success" : "danger"}>{toProblemText(problem, t)}</Badge>
                </td>
                {fields.map((field) => (
                  <td key={field} className="min-w-32 max-w-80 px-3 py-2 text-ink">
                    <span className="line-clamp-2 whitespace-pre-line break-words">
                      {row ? toCell(row, field) : ""}
                    </span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {wanted.length > shown.length && (
        <p className="text-sm text-ink-3">{t.preview.more(wanted.length - shown.length)}</p>
      )}
    </section>
  );
}

function toProblemText(problem: ReadRow["problem"], t: BatchTexts): string {
  switch (problem?.type) {
    case undefined:
      return t.preview.ready;
    case "no-question":
      return t.preview.noQuestion;
    case "too-long":
      return t.preview.tooLong;
    case "unknown":
      return t.preview.unknown(problem.fields.map((field) => t.columns.fields[field]).join(" · "));
    case "unreadable":
      return t.preview.unreadable(problem.name);
    case "unknown-variable":
      return t.preview.unknownVariable(problem.name);
    case "wrong-value":
      return t.preview.wrongValue(problem.name);
  }
}
