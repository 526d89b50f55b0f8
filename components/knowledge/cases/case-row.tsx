"use client";

import Link from "next/link";
import { useMay } from "#components/console/me.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { toMarked } from "../documents/to-marked.ts";
import { CaseBadges } from "./case-badges.tsx";
import { caseMessages } from "./messages.ts";
import { type CaseDetail, useCaseActions } from "./use-case-actions.ts";

type CaseRowProps = { readonly row: CaseDetail; readonly search: string; readonly href: string };

export function CaseRow({ row, search, href }: CaseRowProps) {
  const t = useTexts(caseMessages);
  const formats = useFormats();
  const mayRestore = useMay("knowledge.case.restore");
  const actions = useCaseActions();
  const found = findText(row, search);
  return (
    <li className="relative flex gap-3 px-4 py-3 transition-colors duration-[var(--fast)] hover:bg-hover">
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          {row.deletedAt === null ? (
            <Link
              href={href}
              scroll={false}
              className="min-w-0 truncate font-medium text-ink after:absolute after:inset-0"
            >
              <Marked text={row.question} search={search} />
            </Link>
          ) : (
            <span className="min-w-0 truncate font-medium text-ink-2">{row.question}</span>
          )}
          <CaseBadges row={row} />
        </div>
        {found !== "" && (
          <p className="mt-0.5 line-clamp-2 text-sm text-ink-2">
            <Marked text={found} search={search} />
          </p>
        )}
        <p className="mt-0.5 truncate text-xs text-ink-3">
          {t.by(row.authorName, formats.relative(row.updatedAt))}
        </p>
      </div>
      {row.deletedAt !== null && mayRestore && (
        <Button size="sm" isBusy={actions.isBusy} onClick={() => void actions.restore(row.id)}>
          {t.restore}
        </Button>
      )}
    </li>
  );
}

/** The text in which the search was found, from shortly before it; the good practice when it stands in the question. */
function findText({ answer, context, outcome }: CaseDetail, search: string): string {
  const wanted = search.toLowerCase();
  const text = [answer, context, outcome].find((one) => one.toLowerCase().includes(wanted)) ?? answer;
  const at = wanted === "" ? 0 : text.toLowerCase().indexOf(wanted);
  return at > 60 ? `… ${text.slice(at - 30)}` : text;
}

function Marked({ text, search }: { readonly text: string; readonly search: string }) {
  return toMarked(text, search).map(({ text: piece, isFound, at }) =>
    isFound ? (
      <mark key={at} className="rounded-xs bg-warn-soft text-warn-text">
        {piece}
      </mark>
    ) : (
      piece
    ),
  );
}
