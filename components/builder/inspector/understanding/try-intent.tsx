"use client";

import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { toList } from "../form/config-path.ts";
import { useNodeScope } from "../form/node-scope.ts";
import { useConfigValue } from "../form/use-field.ts";
import { understandingMessages } from "./messages.ts";
import { readIntentMatch } from "./read-match.ts";
import { ScoreList } from "./score-list.tsx";
import { toIntentName } from "./to-intent-name.ts";
import { TryBox } from "./try-box.tsx";

/** Which of the intents at this path a sentence would be taken for, and how sure that is. */
export function TryIntent({ path }: { readonly path: string }) {
  const t = useTexts(understandingMessages);
  const { flowId, nodeId } = useNodeScope();
  const locale = usePreferences((state) => state.locale);
  const intents = toList(useConfigValue(path));
  return (
    <TryBox
      toRequest={(text) => ({ mode: "inline", name: "match-intent", input: { flowId, nodeId, text } })}
      renderMatch={(value) => {
        const { outcome, candidates } = readIntentMatch(value);
        return (
          <ScoreList
            outcome={outcome === "sure" ? t.sure : outcome === "ambiguous" ? t.unsure : t.miss}
            tone={outcome === "sure" ? "success" : outcome === "ambiguous" ? "warn" : "neutral"}
            scores={candidates.map(({ intentId, score }) => ({
              id: intentId,
              label: toIntentName(intents, intentId, locale),
              score,
            }))}
          />
        );
      }}
    />
  );
}
