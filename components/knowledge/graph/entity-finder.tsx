"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Check } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { useTRPC } from "#components/trpc-client.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import { SearchField } from "#components/ui/search-field.tsx";
import type { Entity } from "./merge-dialog.tsx";
import { graphMessages } from "./messages.ts";

const SHOWN = 8;

type EntityFinderProps = {
  readonly baseId: string;
  readonly exceptId: string;
  readonly picked: Entity | null;
  onPick(entity: Entity): void;
};

/** One other thing of the base, found by any of its names. */
export function EntityFinder({ baseId, exceptId, picked, onPick }: EntityFinderProps) {
  const texts = useTexts(graphMessages);
  const trpc = useTRPC();
  const [search, setSearch] = useState("");
  const wanted = useDeferredValue(search.trim());
  const found = useQuery(
    trpc.knowledge.graph.entities.queryOptions(
      { baseId, search: wanted, state: null },
      { placeholderData: keepPreviousData },
    ),
  );
  const entities = (found.data?.entities ?? [])
    .filter(({ id, state }) => id !== exceptId && state !== "rejected")
    .slice(0, SHOWN);
  return (
    <div className="flex flex-col gap-2">
      <SearchField label={texts.find} value={search} onChange={setSearch} />
      {found.data && entities.length === 0 && <p className="text-sm text-ink-3">{texts.noEntityMatch}</p>}
      <ul
        aria-label={texts.merge.others}
        className="divide-y divide-line rounded-md border border-line empty:hidden"
      >
        {entities.map((entity) => (
          <li key={entity.id}>
            <button
              type="button"
              aria-pressed={picked?.id === entity.id}
              onClick={() => onPick(entity)}
              className={joinClasses(
                "flex w-full items-center gap-2 px-3 py-2 text-left text-sm hover:bg-hover",
                picked?.id === entity.id && "bg-accent-soft",
              )}
            >
              <span className="min-w-0 flex-1 truncate text-ink">{entity.name}</span>
              <span className="shrink-0 text-xs text-ink-3">
                {entity.type} · {texts.merge.factCount(entity.facts)}
              </span>
              <Check
                className={joinClasses(
                  "size-4 shrink-0 text-accent-text",
                  picked?.id !== entity.id && "invisible",
                )}
                aria-hidden
              />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
