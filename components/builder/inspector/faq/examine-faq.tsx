"use client";

import { useBuilder } from "#components/builder/store/builder-context.ts";
import { ExamineBox } from "#components/builder/understanding/examine-box.tsx";
import type { ThresholdHands } from "#components/builder/understanding/threshold-view.tsx";
import { usePreferences } from "#components/i18n/preferences.ts";
import { pickText } from "#flows/kernel/text.ts";

type ExamineFaqProps = {
  readonly setIds: readonly string[];
  onOpen(setId: string, entryId: string): void;
  readonly threshold: ThresholdHands;
};

/** Which answers of these sets are given in each other's place. */
export function ExamineFaq({ setIds, onOpen, threshold }: ExamineFaqProps) {
  const locale = usePreferences((state) => state.locale);
  const sets = useBuilder((state) => state.bundle.faqSets);
  const present = setIds.filter((id) => sets[id] !== undefined).sort();
  const entries = present.reduce((sum, id) => sum + (sets[id]?.entries.length ?? 0), 0);
  if (entries < 2) return null;
  return (
    <ExamineBox
      key={present.join()}
      threshold={threshold}
      examined={{ type: "faq", faqSets: present }}
      nameOf={(id) => {
        const [setId = "", entryId] = id.split("/");
        const entry = sets[setId]?.entries.find((one) => one.id === entryId);
        return (entry && pickText(entry.question, locale, locale)) || id;
      }}
      onOpen={({ from }) => {
        const [setId = "", entryId = ""] = from.split("/");
        onOpen(setId, entryId);
      }}
    />
  );
}
