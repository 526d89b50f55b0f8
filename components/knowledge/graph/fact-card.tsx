"use client";

import { Check, Pencil, X } from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Badge, type Tone } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { FactSources } from "./fact-sources.tsx";
import { toFactLine } from "./fact-text.tsx";
import { graphMessages } from "./messages.ts";
import type { Fact, FactState } from "./use-decisions.ts";

const TONES = {
  suggested: "info",
  accepted: "success",
  rejected: "neutral",
} as const satisfies Readonly<Record<FactState, Tone>>;

type FactCardProps = {
  readonly fact: Fact;
  readonly baseId: string;
  /** Null where facts are only read. */
  readonly review: {
    /** Null where nothing can be selected. */
    readonly isSelected: boolean | null;
    readonly isBusy: boolean;
    onSelect(isSelected: boolean): void;
    onDecide(state: FactState): void;
  } | null;
  onEntity(entityId: string): void;
  onEdit(): void;
};

export function FactCard({ fact, baseId, review, onEntity, onEdit }: FactCardProps) {
  const t = useTexts(graphMessages);
  return (
    <div className="flex gap-3 px-4 py-3">
      {review !== null && review.isSelected !== null && (
        <Checkbox
          label={t.selectFact(toFactLine(fact))}
          isChecked={review.isSelected}
          onChange={review.onSelect}
        />
      )}
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5 text-base">
          <EntityName
            name={fact.subjectName}
            type={fact.subjectType}
            onOpen={() => onEntity(fact.subjectId)}
          />
          <span className="text-ink-2">{fact.predicate}</span>
          {fact.objectId === null ? (
            <span className="min-w-0 break-words font-medium text-ink">{fact.value}</span>
          ) : (
            <EntityName
              name={fact.objectName ?? ""}
              type={fact.objectType ?? ""}
              onOpen={() => fact.objectId !== null && onEntity(fact.objectId)}
            />
          )}
          {fact.state !== "suggested" && <Badge tone={TONES[fact.state]}>{t.states[fact.state]}</Badge>}
          {fact.isManual && <Badge>{t.manual}</Badge>}
          {fact.isSourceChanged && <Badge tone="warn">{t.sourceChanged}</Badge>}
        </p>
        <FactSources fact={fact} baseId={baseId} />
      </div>
      {review && (
        // The list moves up at once: the second of a double click would decide about the next fact, unread.
        <div className="flex shrink-0 items-start gap-1">
          {fact.state !== "accepted" && (
            <Button
              size="sm"
              icon={Check}
              disabled={review.isBusy}
              onClick={(event) => event.detail < 2 && review.onDecide("accepted")}
            >
              <span className="max-sm:sr-only">{t.accept}</span>
            </Button>
          )}
          {fact.state !== "rejected" && (
            <Button
              look="ghost"
              size="sm"
              icon={X}
              disabled={review.isBusy}
              onClick={(event) => event.detail < 2 && review.onDecide("rejected")}
            >
              <span className="max-sm:sr-only">{t.reject}</span>
            </Button>
          )}
          <IconButton icon={Pencil} label={`${t.edit}: ${toFactLine(fact)}`} onClick={onEdit} />
        </div>
      )}
    </div>
  );
}

type EntityNameProps = { readonly name: string; readonly type: string; onOpen(): void };

function EntityName({ name, type, onOpen }: EntityNameProps) {
  return (
    <span className="inline-flex min-w-0 items-baseline gap-1.5">
      <button
        type="button"
        onClick={onOpen}
        className="min-w-0 truncate font-medium text-accent-text hover:underline"
      >
        {name}
      </button>
      <span className="text-xs text-ink-3">{type}</span>
    </span>
  );
}
