"use client";

import { Check, Crosshair, X } from "lucide-react";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { AssertionResult, TestTurnResult } from "#flows/testing/test-result.ts";
import { testingMessages } from "./messages.ts";
import { toAssertionText, toFindingText } from "./to-assertion-text.ts";
import { useNodeNames } from "./use-node-names.ts";

type AssertionResultRowProps = { readonly result: AssertionResult; readonly turn: TestTurnResult };

/** One line when it holds; what was expected beside what was found when it does not, with the way to the node. */
export function AssertionResultRow({ result, turn }: AssertionResultRowProps) {
  const t = useTexts(testingMessages);
  const names = useNodeNames();
  const focus = useBuilder((state) => state.focus);
  const text = toAssertionText(result.assertion, t, names);
  if (result.passed) {
    return (
      <li className="flex gap-2 text-sm text-ink-2">
        <Check className="mt-0.5 size-4 shrink-0 text-success-text" aria-label={t.state.passed} />
        <span className="min-w-0 break-words">{text}</span>
      </li>
    );
  }
  const place = toPlace(result, turn);
  return (
    <li className="rounded-md border border-danger/40 bg-danger-soft p-2.5">
      <div className="flex items-start gap-2">
        <X className="mt-0.5 size-4 shrink-0 text-danger-text" aria-label={t.state.failed} />
        <dl className="grid min-w-0 flex-1 grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
          <dt className="text-ink-2">{t.found.expected}</dt>
          <dd className="whitespace-pre-wrap break-words text-ink">{text}</dd>
          <dt className="text-ink-2">{t.found.found}</dt>
          <dd className="whitespace-pre-wrap break-words font-medium text-danger-text">
            {toFindingText(result, t, names)}
          </dd>
        </dl>
        {place && (
          <IconButton
            icon={Crosshair}
            label={t.test.focus}
            className="-mr-1 -mt-1 size-7"
            onClick={() => focus(place)}
          />
        )}
      </div>
    </li>
  );
}

/** Where to look: the node that was expected, else the one at which the turn ended. */
function toPlace(
  { assertion }: AssertionResult,
  { visits }: TestTurnResult,
): { readonly flowId: string; readonly nodeId: string } | null {
  if (assertion.type === "node-visited" || assertion.type === "port-taken") {
    return { flowId: assertion.flowId, nodeId: assertion.nodeId };
  }
  const last = visits.at(-1);
  return last ? { flowId: last.flowId, nodeId: last.nodeId } : null;
}
