"use client";

import { thresholdMessages } from "#components/builder/understanding/threshold-messages.ts";
import { toThresholdText } from "#components/builder/understanding/threshold-text.ts";
import { useExamination } from "#components/builder/understanding/use-examination.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { ASKED_MIN } from "#flows/preview/learning-report.ts";
import { actAt } from "#flows/preview/threshold-curve.ts";
import { useNodeScope } from "../form/node-scope.ts";

type IntentThresholdNoteProps = {
  readonly intentId: string;
  /** The author's; null when there is none. */
  readonly threshold: number | null;
};

/** Beside an intent's threshold, once the examples were checked: how many of them it lets through to this intent, and how rightly. */
export function IntentThresholdNote({ intentId, threshold }: IntentThresholdNoteProps) {
  const t = useTexts(thresholdMessages);
  const { flowId, nodeId } = useNodeScope();
  const { state } = useExamination({ type: "intents", flowId, nodeId });
  if (state?.state !== "done" || state.report.asked < ASKED_MIN) return null;
  const taken = state.report.taken.find(({ id }) => id === intentId);
  if (taken === undefined) return null;
  const inForce = threshold ?? taken.threshold;
  const { answered, right } = actAt({ ...state.report, taken: [taken] }, () => inForce);
  return <p className="text-xs text-ink-2">{t.ofIntent(toThresholdText(inForce), answered, right)}</p>;
}
