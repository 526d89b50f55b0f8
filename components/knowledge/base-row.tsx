"use client";

import { BookOpen } from "lucide-react";
import Link from "next/link";
import { useFormats } from "#components/i18n/use-formats.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import type { Outputs } from "#components/trpc-client.ts";
import { Badge, type Tone } from "#components/ui/badge.tsx";
import { BaseMenu } from "./base-menu.tsx";
import { knowledgeMessages } from "./messages.ts";

export type BaseRowData = Outputs["knowledge"]["bases"][number];

/** What keepers look for first; what there is none of is not named. */
const WORK = [
  ["inReview", "info"],
  ["approved", "accent"],
  ["drafts", "neutral"],
  ["stale", "warn"],
  ["expired", "danger"],
  ["failedDocuments", "danger"],
] as const satisfies readonly (readonly [keyof BaseRowData, Tone])[];

/** More names than this are counted, not listed. */
const NAMES_SHOWN = 2;

export function BaseRow({ base }: { readonly base: BaseRowData }) {
  const t = useTexts(knowledgeMessages);
  const formats = useFormats();
  const names = base.usedBy.slice(0, NAMES_SHOWN).map(({ name }) => name);
  return (
    <li className="group relative grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 gap-y-3 px-4 py-4 transition-colors duration-[var(--fast)] hover:bg-hover md:grid-cols-[minmax(0,1fr)_15rem_auto] md:px-5">
      <div className="flex min-w-0 items-start gap-3.5">
        <span className="inline-flex size-10 shrink-0 items-center justify-center rounded-md bg-accent-soft text-accent-text">
          <BookOpen className="size-5" aria-hidden />
        </span>
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <Link
              href={`/knowledge/${base.id}`}
              className="truncate text-base font-semibold text-ink after:absolute after:inset-0"
            >
              {base.name}
            </Link>
            {WORK.filter(([what]) => base[what] > 0).map(([what, tone]) => (
              <Badge key={what} tone={tone}>
                {t.counts[what](base[what])}
              </Badge>
            ))}
          </div>
          {base.description && <p className="mt-0.5 line-clamp-2 text-sm text-ink-2">{base.description}</p>}
          <p className="mt-0.5 text-sm text-ink-3">
            {base.release
              ? t.released(base.release.number, formats.relative(base.release.at))
              : t.notReleased}
            {" · "}
            {t.changed(formats.relative(base.updatedAt))}
          </p>
        </div>
      </div>
      <div className="order-3 col-span-2 pl-13.5 text-sm md:order-none md:col-span-1 md:pl-0">
        <p className="text-ink">
          {t.counts.entries(base.entries)} · {t.counts.documents(base.documents)}
        </p>
        <p className="mt-0.5 truncate text-ink-3">
          {names.length > 0 ? (
            <>
              <span className="sr-only">{t.usedBy} </span>
              {t.usedByMany(
                names.join(t.nameJoin),
                base.usedBy.length > NAMES_SHOWN ? base.usedBy.length : 0,
              )}
            </>
          ) : (
            t.usedByNone
          )}
        </p>
      </div>
      <div className="relative z-10 order-2 md:order-none">
        <BaseMenu base={base} />
      </div>
    </li>
  );
}
