"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import { understandingMessages } from "../understanding/messages.ts";
import { readFaqMatch } from "../understanding/read-match.ts";
import { ScoreList } from "../understanding/score-list.tsx";
import { TryBox } from "../understanding/try-box.tsx";

/** Which reviewed answer a sentence would get. */
export function TryFaq({ setIds }: { readonly setIds: readonly string[] }) {
  const t = useTexts(understandingMessages);
  return (
    <TryBox
      key={setIds.join()}
      toRequest={(text) => ({ mode: "inline", name: "match-faq", input: { faqSets: setIds, text } })}
      renderMatch={(value) => {
        const { outcome, candidates } = readFaqMatch(value);
        return (
          <ScoreList
            outcome={outcome === "sure" ? t.sure : outcome === "suggest" ? t.suggest : t.miss}
            tone={outcome === "sure" ? "success" : outcome === "suggest" ? "warn" : "neutral"}
            scores={candidates.map(({ faqSet, entryId, question, score }) => ({
              id: `${faqSet}/${entryId}`,
              label: question,
              score,
            }))}
          />
        );
      }}
    />
  );
}
