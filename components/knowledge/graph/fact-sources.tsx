"use client";

import { useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { FactSource } from "./fact-text.tsx";
import { graphMessages } from "./messages.ts";
import type { Fact } from "./use-decisions.ts";

/** More would push the next facts out of sight; they can be shown. */
const SHOWN_MAX = 2;

/** All places that say a fact: one decision counts for them together. */
export function FactSources({ fact, baseId }: { readonly fact: Fact; readonly baseId: string }) {
  const t = useTexts(graphMessages);
  const [isOpen, setOpen] = useState(false);
  const { doubles } = fact;
  if (doubles.length === 0) return <FactSource fact={fact} baseId={baseId} />;
  const sayings = [{ ...fact, factId: fact.id }, ...doubles];
  const shown = isOpen ? sayings : sayings.slice(0, SHOWN_MAX);
  const more = sayings.length - shown.length;
  return (
    <div className="mt-1">
      <p className="text-xs text-ink-3">{t.sources(sayings.length)}</p>
      <ul
        aria-label={t.sources(sayings.length)}
        className="mt-0.5 flex flex-col gap-1.5 border-l-2 border-line pl-2.5"
      >
        {shown.map((saying) => (
          <li key={saying.factId}>
            <FactSource fact={saying} baseId={baseId} />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <button
          type="button"
          onClick={() => setOpen(true)}
          className="mt-1 text-xs text-accent-text hover:underline"
        >
          {t.moreSources(more)}
        </button>
      )}
    </div>
  );
}
