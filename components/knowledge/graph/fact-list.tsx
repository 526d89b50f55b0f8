"use client";

import { type KeyboardEvent, useRef, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { FactCard } from "./fact-card.tsx";
import { toFactLine } from "./fact-text.tsx";
import { graphMessages } from "./messages.ts";
import type { Fact, FactState, useDecisions } from "./use-decisions.ts";

type FactListProps = {
  readonly facts: readonly Fact[];
  readonly baseId: string;
  readonly decisions: ReturnType<typeof useDecisions> | null;
  onEntity(entityId: string): void;
  onEdit(fact: Fact): void;
};

/** Facts in the order of their document, decided about by mouse or by keys. */
export function FactList({ facts, baseId, decisions, onEntity, onEdit }: FactListProps) {
  const t = useTexts(graphMessages);
  const list = useRef<HTMLUListElement>(null);
  const [selected, setSelected] = useState<readonly string[]>([]);
  // What was decided is gone from the list, and with it from the selection.
  const chosen = selected.filter((id) => facts.some((fact) => fact.id === id));
  const chosenFacts = facts.filter(({ id }) => chosen.includes(id));
  const select = (id: string, isSelected: boolean) =>
    setSelected(isSelected ? [...chosen, id] : chosen.filter((other) => other !== id));
  const keys = useKeys({ facts, list, decisions });
  return (
    <>
      {decisions && (
        <div
          className={joinClasses(
            "flex min-h-11 flex-wrap items-center gap-2 border-b border-line px-4 py-1.5 text-sm text-ink-3",
            // Keys are of no use on a phone, and an empty strip says nothing.
            chosen.length === 0 && "max-sm:hidden",
          )}
        >
          {chosen.length > 0 ? (
            <>
              <span className="text-ink">{t.selected(chosen.length)}</span>
              <Button
                size="sm"
                isBusy={decisions.isBusy}
                onClick={() => void decisions.decide(chosenFacts, "accepted")}
              >
                {t.acceptSelected}
              </Button>
              <Button
                look="ghost"
                size="sm"
                disabled={decisions.isBusy}
                onClick={() => void decisions.decide(chosenFacts, "rejected")}
              >
                {t.rejectSelected}
              </Button>
              <Button look="ghost" size="sm" onClick={() => setSelected([])}>
                {t.clearSelected}
              </Button>
            </>
          ) : (
            <span>{t.keys}</span>
          )}
        </div>
      )}
      <ul ref={list} aria-label={t.list} className="divide-y divide-line" onKeyDown={keys}>
        {facts.map((fact, index) => (
          <li
            key={fact.id}
            aria-label={toFactLine(fact)}
            tabIndex={index === 0 ? 0 : -1}
            className="focus-visible:bg-hover focus-visible:outline-2 focus-visible:-outline-offset-2"
          >
            <FactCard
              fact={fact}
              baseId={baseId}
              review={
                decisions && {
                  isSelected: chosen.includes(fact.id),
                  isBusy: decisions.isBusy,
                  onSelect: (isSelected) => select(fact.id, isSelected),
                  onDecide: (state) => void decisions.decide([fact], state),
                }
              }
              onEntity={onEntity}
              onEdit={() => onEdit(fact)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

type Keys = Pick<FactListProps, "facts" | "decisions"> & {
  readonly list: { readonly current: HTMLUListElement | null };
};

const DECIDING: Readonly<Record<string, FactState>> = { a: "accepted", r: "rejected" };
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

function useKeys({ facts, list, decisions }: Keys) {
  const focus = (index: number) => {
    const item = list.current?.children[Math.max(0, Math.min(index, facts.length - 1))];
    if (item instanceof HTMLElement) item.focus();
  };
  const decide = (index: number, key: string) => {
    const [state, fact] = [DECIDING[key], facts[index]];
    if (state === undefined || fact === undefined || !decisions || decisions.isBusy) return;
    void decisions.decide([fact], state).then(() => focus(index));
  };
  return (event: KeyboardEvent<HTMLUListElement>) => {
    const items: readonly unknown[] = [...(list.current?.children ?? [])];
    const index = items.indexOf(event.target);
    // Keys on controls within a fact are theirs.
    if (index === -1 || event.metaKey || event.ctrlKey || event.altKey) return;
    const step = STEPS[event.key];
    if (step !== undefined) {
      event.preventDefault();
      focus(index + step);
    } else if (event.key === "z") decisions?.undo();
    else decide(index, event.key);
  };
}
