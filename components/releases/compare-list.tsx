"use client";

import { useState } from "react";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { SwitchField } from "#components/ui/switch-field.tsx";
import type { Change, Comparison } from "#flows/compare/change.ts";
import { summarize } from "#flows/compare/summarize.ts";
import { CompareItem } from "./compare-item.tsx";
import { releaseMessages } from "./messages.ts";

type CompareListProps = {
  readonly comparison: Comparison;
  readonly selected: Change | null;
  onSelect(change: Change | null): void;
};

/** Every change in words; one that is opened shows its fields, old against new. */
export function CompareList({ comparison, selected, onSelect }: CompareListProps) {
  const t = useTexts(releaseMessages).compare;
  const locale = usePreferences((state) => state.locale);
  const [withLayout, setWithLayout] = useState(false);
  const { changes, layout } = comparison;
  const shown = withLayout
    ? [...changes, ...layout.map((change) => ({ ...change, key: `layout/${change.key}` }))]
    : changes;
  return (
    <section
      aria-label={t.changes}
      className="flex min-h-0 flex-col border-l border-line bg-surface max-md:h-[45dvh] max-md:border-l-0 max-md:border-t md:w-96 md:shrink-0"
    >
      <div className="border-b border-line px-4 py-3">
        <h2 className="mb-1 text-sm font-semibold text-ink">{t.changes}</h2>
        <p className="line-clamp-4 text-sm text-ink-2">{summarize(comparison, locale)}</p>
        {layout.length > 0 && (
          <div className="mt-2">
            <SwitchField label={t.layout(layout.length)} isOn={withLayout} onChange={setWithLayout} />
          </div>
        )}
      </div>
      <ul className="min-h-0 flex-1 divide-y divide-line overflow-y-auto">
        {shown.map((change) => (
          <CompareItem
            key={change.key}
            change={change}
            isOpen={selected?.key === change.key}
            onToggle={() => onSelect(selected?.key === change.key ? null : change)}
          />
        ))}
        {shown.length === 0 && (
          <li className="px-4 py-8 text-center text-sm text-ink-3">
            {layout.length > 0 ? t.emptyLayout : t.empty}
          </li>
        )}
      </ul>
    </section>
  );
}
