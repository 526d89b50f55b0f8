"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import type { Outputs } from "#components/trpc-client.ts";
import { Badge } from "#components/ui/badge.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { labelMessages } from "./messages.ts";

export type ReviewedItem = Outputs["knowledge"]["label"]["items"]["items"][number];
type ShownLabel = ReviewedItem["labels"][number];

type LabelLineProps = { readonly label: ShownLabel; readonly others: readonly ShownLabel[] };

/** One person's word; in what the two differ is marked. */
export function LabelLine({ label, others }: LabelLineProps) {
  const t = useTexts(labelMessages);
  const own = others.filter(({ kind }) => kind === "label");
  const differs = (read: (one: ShownLabel) => string) => new Set(own.map(read)).size > 1;
  return (
    <div className="rounded-md border border-line px-3 py-2 text-sm">
      <p className="flex flex-wrap items-center gap-2 font-medium text-ink">
        {label.isOwn ? t.you(label.userName) : label.userName}
        {label.kind === "adjudication" && <Badge tone="info">{t.decision}</Badge>}
      </p>
      <p className="mt-1 flex flex-wrap gap-x-3 gap-y-1 text-ink-2">
        <Word isMarked={differs(({ scope }) => scope)}>{t.scope[label.scope]}</Word>
        <Word isMarked={differs(({ verdict }) => verdict)}>{t.verdict[label.verdict]}</Word>
        {label.relevant !== null && (
          <Word isMarked={differs(toBestId)}>
            {toBest(label) ? t.bestEntry(toBest(label)?.question ?? "") : t.noEntry}
          </Word>
        )}
      </p>
      {label.note && <p className="mt-1 whitespace-pre-wrap text-ink-3">{label.note}</p>}
    </div>
  );
}

const toBest = ({ relevant }: ShownLabel) => relevant?.find(({ grade }) => grade === 2);
const toBestId = (label: ShownLabel) =>
  label.relevant === null ? "unsure" : (toBest(label)?.entryId ?? "none");

function Word({ isMarked, children }: { readonly isMarked: boolean; readonly children: string }) {
  return (
    <span className={joinClasses(isMarked && "rounded-xs bg-warn-soft px-1 font-medium text-warn-text")}>
      {children}
    </span>
  );
}
