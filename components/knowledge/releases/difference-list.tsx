"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { type Outputs, useTRPC } from "#components/trpc-client.ts";
import { Badge } from "#components/ui/badge.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading } from "#components/ui/loading.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { EntryField } from "../editor/entry-draft.ts";
import { editorMessages } from "../editor/messages.ts";
import { RevisionDifference } from "../editor/revision-difference.tsx";
import { toQuestion } from "../entries/to-question.ts";
import { baseReleaseMessages } from "./messages.ts";

type Difference = Outputs["knowledge"]["compareReleases"]["differences"][number];

const TONES = { added: "success", removed: "danger", changed: "info" } as const;
/** What a release holds of an entry and people can read; `id` and `rev` tell nobody anything. */
const READABLE = [
  "question",
  "answers",
  "similar",
  "negatives",
  "attachments",
  "validFrom",
  "validTo",
] as const;

type DifferenceListProps = {
  readonly baseId: string;
  readonly from: number | null;
  readonly to: number | "next";
};

/** Entry by entry what one release has that another has not. */
export function DifferenceList({ baseId, from, to }: DifferenceListProps) {
  const t = useTexts(baseReleaseMessages);
  const trpc = useTRPC();
  const list = useQuery(trpc.knowledge.compareReleases.queryOptions({ baseId, from, to }));
  if (list.isPending)
    return (
      <Loading>
        <Skeleton className="h-10 w-full" />
      </Loading>
    );
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const { differences, total } = list.data;
  if (total === 0) return <p className="text-sm text-ink-2">{t.same}</p>;
  return (
    <div>
      <ul className="max-h-96 divide-y divide-line overflow-y-auto rounded-md border border-line">
        {differences.map((difference) => (
          <DifferenceRow key={difference.entryId} baseId={baseId} difference={difference} />
        ))}
      </ul>
      {total > differences.length && (
        <p className="mt-2 text-sm text-ink-3">{t.more(total - differences.length)}</p>
      )}
    </div>
  );
}

function DifferenceRow({ baseId, difference }: { readonly baseId: string; readonly difference: Difference }) {
  const t = useTexts(baseReleaseMessages);
  const { fields: names } = useTexts(editorMessages);
  const locale = usePreferences((state) => state.locale);
  const [isOpen, setOpen] = useState(false);
  const from = difference.type === "added" ? null : difference.from;
  const to = difference.type === "removed" ? null : difference.to;
  const changed = difference.type === "changed" ? difference.fields : [];
  const fields: readonly EntryField[] = READABLE.filter(
    (field) => difference.type !== "changed" || changed.some((one) => one === field),
  );
  return (
    <li className="px-3 py-2">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="flex w-full items-center gap-2.5 rounded-sm text-left text-sm"
      >
        <Badge tone={TONES[difference.type]}>{t.types[difference.type]}</Badge>
        <span className="min-w-0 flex-1 truncate text-ink">
          {toQuestion((to ?? from)?.question ?? {}, locale)}
        </span>
        <span className="hidden text-xs text-ink-3 sm:block">
          {difference.type === "changed" && fields.map((field) => names[field]).join(t.fieldJoin)}
        </span>
        <span className="text-xs text-accent-text">{isOpen ? t.hide : t.compare}</span>
      </button>
      {isOpen && (
        <RevisionDifference
          baseId={baseId}
          difference={fields.map((field) => ({
            field,
            from: readField(from, field),
            to: readField(to, field),
          }))}
        />
      )}
    </li>
  );
}

const readField = (entry: object | null, field: EntryField): unknown =>
  new Map<string, unknown>(Object.entries(entry ?? {})).get(field);
