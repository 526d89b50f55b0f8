"use client";

import { ChevronRight, GitCompareArrows } from "lucide-react";
import Link from "next/link";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Comparison } from "#flows/compare/change.ts";
import { ChangeLines } from "./change-lines.tsx";
import { releaseMessages } from "./messages.ts";
import { ProblemList } from "./problem-list.tsx";
import type { ReleaseCheck } from "./publish-form.tsx";

type PublishNewsProps = {
  readonly check: ReleaseCheck;
  readonly comparison: Comparison | null;
  onLeave(): void;
};

/** What this version brings, whose work it is, and what the checks say of it. */
export function PublishNews({ check, comparison, onLeave }: PublishNewsProps) {
  const t = useTexts(releaseMessages).dialog;
  const isUnchanged = comparison?.changes.length === 0 && comparison.layout.length === 0;
  return (
    <>
      {check.live && comparison ? (
        <Difference check={check} comparison={comparison} number={check.live.number} />
      ) : (
        <p className="text-sm text-ink-2">{t.first}</p>
      )}
      {check.errors.length > 0 && (
        <section>
          <p className="text-sm font-medium text-danger-text">{t.errors(check.errors.length)}</p>
          <p className="mb-2 text-sm text-ink-2">{t.errorsHint}</p>
          <ProblemList problems={check.errors} onLeave={onLeave} />
        </section>
      )}
      {check.errors.length === 0 && check.warnings.length > 0 && !isUnchanged && (
        <details className="group">
          <summary className="flex cursor-pointer select-none items-center gap-1 text-sm text-warn-text [&::-webkit-details-marker]:hidden">
            <ChevronRight
              className="size-4 transition-transform duration-[var(--fast)] group-open:rotate-90"
              aria-hidden
            />
            {t.warnings(check.warnings.length)}
          </summary>
          <div className="mt-2">
            <ProblemList problems={check.warnings} onLeave={onLeave} />
          </div>
        </details>
      )}
    </>
  );
}

type DifferenceProps = {
  readonly check: ReleaseCheck;
  readonly comparison: Comparison;
  readonly number: number;
};

function Difference({ check, comparison, number }: DifferenceProps) {
  const t = useTexts(releaseMessages);
  const botId = useBuilder((state) => state.botId);
  const { changes, layout } = comparison;
  if (changes.length === 0 && layout.length === 0) return <Notice tone="info">{t.dialog.unchanged}</Notice>;
  return (
    <section>
      <div className="mb-2 flex items-center justify-between gap-3">
        <h3 className="text-sm font-medium text-ink-2">{t.dialog.against(number)}</h3>
        {check.live && (
          <Button asChild look="ghost" size="sm" className="-mr-2.5">
            <Link href={`/builder/${botId}/compare?from=${check.live.versionId}&to=draft`}>
              <GitCompareArrows className="size-4" aria-hidden />
              {t.dialog.compare}
            </Link>
          </Button>
        )}
      </div>
      {changes.length === 0 ? (
        <p className="text-sm text-ink-2">{t.compare.emptyLayout}</p>
      ) : (
        <ChangeLines changes={changes} />
      )}
      {check.authors.length > 0 && (
        <p className="mt-2 text-sm text-ink-3">{t.dialog.authors(check.authors.join("、"))}</p>
      )}
    </section>
  );
}
