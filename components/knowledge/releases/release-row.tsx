"use client";

import { useState } from "react";
import { useMay } from "#components/console/me.ts";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { DifferenceList } from "./difference-list.tsx";
import { baseReleaseMessages } from "./messages.ts";
import type { BaseRelease } from "./releases-tab.tsx";

type ReleaseRowProps = { readonly baseId: string; readonly release: BaseRelease; onRollBack(): void };

export function ReleaseRow({ baseId, release, onRollBack }: ReleaseRowProps) {
  const t = useTexts(baseReleaseMessages);
  const formats = useFormats();
  const mayRollBack = useMay("knowledge.rollBack");
  const [isOpen, setOpen] = useState(false);
  return (
    <li className="px-5 py-3.5">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-2 text-base font-medium text-ink">
            {t.number(release.number)}
            {release.isLive && (
              <Badge tone="success" hasDot>
                {t.live}
              </Badge>
            )}
            {release.cause === "words" && <Badge>{t.words}</Badge>}
            {release.tests !== null && release.testsPassed !== null && (
              <Badge tone={release.testsPassed === release.tests ? "neutral" : "warn"}>
                {t.testsPassed(release.testsPassed, release.tests)}
              </Badge>
            )}
            <span className="text-sm font-normal text-ink-3">
              {t.entries(formats.number(release.entries))} ·{" "}
              {t.by(release.authorName, formats.relative(release.createdAt))}
            </span>
          </p>
          {release.note && <p className="mt-0.5 whitespace-pre-wrap text-sm text-ink-2">{release.note}</p>}
        </div>
        <span className="flex gap-1">
          <Button look="ghost" size="sm" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? t.hide : t.compare}
          </Button>
          {mayRollBack && !release.isLive && (
            <Button size="sm" onClick={onRollBack}>
              {t.rollBack}
            </Button>
          )}
        </span>
      </div>
      {isOpen && (
        <div className="mt-2">
          <DifferenceList
            baseId={baseId}
            from={release.number === 1 ? null : release.number - 1}
            to={release.number}
          />
        </div>
      )}
    </li>
  );
}
