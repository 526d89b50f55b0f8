"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { importMessages } from "./messages.ts";
import type { ImportRow } from "./send-entries.ts";

type ImportRowsProps = { readonly rows: readonly ImportRow[]; readonly total: number };

/** Line by line what would become of it. */
export function ImportRows({ rows, total }: ImportRowsProps) {
  const t = useTexts(importMessages);
  if (rows.length === 0) return null;
  return (
    <div>
      {total > rows.length && <p className="mb-1.5 text-sm text-ink-3">{t.shown(rows.length)}</p>}
      <ScrollRegion label={t.rows} className="max-h-80 overflow-x-auto rounded-md border border-line">
        <table className="w-full min-w-160 table-fixed text-left text-sm">
          <thead className="sticky top-0 bg-sunken text-ink-2">
            <tr>
              <th className="w-14 px-3 py-2 font-medium">{t.row}</th>
              <th className="w-1/4 px-3 py-2 font-medium">{t.question}</th>
              <th className="px-3 py-2 font-medium">{t.answer}</th>
              <th className="w-48 px-3 py-2 font-medium">{t.result}</th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {rows.map((row) => (
              <tr key={row.row} className="align-top">
                <td className="px-3 py-2 text-ink-3">{row.row}</td>
                <td className="break-words px-3 py-2 text-ink">{row.question}</td>
                <td className="px-3 py-2 text-ink-2">
                  <span className="line-clamp-2">{row.content?.answers[0]?.text}</span>
                </td>
                <td className="px-3 py-2">
                  <Result row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}

function Result({ row: { errors, duplicate } }: { readonly row: ImportRow }) {
  const t = useTexts(importMessages);
  if (errors.length > 0)
    return (
      <ul className="text-danger-text">
        {errors.map(({ code, field }) => (
          <li key={`${code} ${field}`}>
            {t.error(t.fields[field], new Map(Object.entries(t.errors)).get(code) ?? t.errors.unknown)}
          </li>
        ))}
      </ul>
    );
  if (duplicate === null) return <span className="text-success-text">{t.fine}</span>;
  return (
    <span className="text-warn-text">
      {duplicate.type === "in-base" ? t.inBase(duplicate.text) : t.inFile(duplicate.row, duplicate.text)}
    </span>
  );
}
