"use client";

import { useMemo, useState } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Segmented } from "#components/ui/segmented.tsx";
import { type Scores, scoreBatch } from "#flows/testing/score-batch.ts";
import { batchMessages } from "./batch-messages.ts";
import type { BatchItem } from "./to-batch-items.ts";

type Subject = "intent" | "faq";

/** The scores of intents or of FAQ entries, and the switch between the two where the list has both. */
export function usePairs(items: readonly BatchItem[]) {
  const t = useTexts(batchMessages).report;
  const scores = useMemo(
    () => ({
      intent: scoreBatch(items.flatMap(({ intentPair }) => intentPair ?? [])),
      faq: scoreBatch(items.flatMap(({ faqPair }) => faqPair ?? [])),
    }),
    [items],
  );
  const [subject, setSubject] = useState<Subject>(scores.intent.total > 0 ? "intent" : "faq");
  const picker =
    scores.intent.total > 0 && scores.faq.total > 0 ? (
      <Segmented<Subject>
        label={t.byLabel}
        value={subject}
        options={[
          { value: "intent", label: t.by.intent },
          { value: "faq", label: t.by.faq },
        ]}
        onChange={setSubject}
      />
    ) : null;
  const shown: Scores = scores[subject];
  return { scores: shown, picker };
}
