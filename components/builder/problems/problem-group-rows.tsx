"use client";

import { useTexts } from "#components/i18n/use-texts.ts";
import type { QuickFix } from "#flows/checks/quick-fixes.ts";
import type { Bundle } from "#flows/kernel/flow.ts";
import { nameFlow } from "#flows/kernel/name-flow.ts";
import type { Problem } from "#flows/kernel/problem.ts";
import { MAIN_FLOW_ID } from "#flows/kernel/registry.ts";
import { type ProblemGroup, toProblemKey } from "./group-problems.ts";
import { problemMessages } from "./messages.ts";
import { ProblemRow } from "./problem-row.tsx";

type ProblemGroupRowsProps = {
  readonly group: ProblemGroup;
  readonly bundle: Bundle;
  readonly canEdit: boolean;
  readonly activeKey: string | null;
  onActivate(key: string): void;
  onFocus(problem: Problem): void;
  onFix(fix: QuickFix): void;
};

export function ProblemGroupRows({ group, activeKey, onActivate, ...hands }: ProblemGroupRowsProps) {
  const t = useTexts(problemMessages);
  const { severity, flowId, problems } = group;
  const flowName = flowId === MAIN_FLOW_ID ? t.mainFlow : nameFlow(hands.bundle, flowId);
  const title = severity === "error" ? t.errorCount(problems.length) : t.warningCount(problems.length);
  const seen = new Map<string, number>();
  return (
    <section aria-label={`${flowName} ${title}`}>
      <h3 className="sticky top-0 z-10 flex items-baseline justify-between gap-3 bg-surface px-4 pb-1.5 pt-3 text-xs text-ink-3">
        <span className="truncate font-semibold text-ink-2">{flowName}</span>
        <span className="shrink-0 tabular-nums">{title}</span>
      </h3>
      <ul className="px-2">
        {problems.map((problem) => {
          const own = toProblemKey(problem);
          const count = seen.get(own) ?? 0;
          seen.set(own, count + 1);
          return (
            <ProblemRow
              key={`${own} ${count}`}
              problem={problem}
              isActive={activeKey === own}
              onActivate={() => onActivate(own)}
              {...hands}
            />
          );
        })}
      </ul>
    </section>
  );
}
