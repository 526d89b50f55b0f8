"use client";

import { ChevronDown, ChevronRight, Play, Plus, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { useMay } from "#components/console/me.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Badge } from "#components/ui/badge.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { testingMessages } from "./messages.ts";
import { OutcomeIcon } from "./outcome-icon.tsx";
import { SuiteMenu } from "./suite-menu.tsx";
import type { Suite } from "./tests-panel.tsx";
import type { useTestRun } from "./use-test-run.ts";

type SuiteSectionProps = {
  readonly suite: Suite;
  readonly runner: ReturnType<typeof useTestRun>;
  onOpen(testId: string): void;
  onNew(): void;
};

export function SuiteSection({ suite, runner, onOpen, onNew }: SuiteSectionProps) {
  const t = useTexts(testingMessages);
  const mayRun = useMay("test.run");
  const mayChange = useMay("test.create");
  const [isUnfolded, setUnfolded] = useState(true);
  const run = suite.tests.filter(({ outcome }) => outcome !== null);
  const passed = run.filter(({ outcome }) => outcome?.passed).length;
  const Chevron = isUnfolded ? ChevronDown : ChevronRight;
  return (
    <li className="border-b border-line py-2">
      <div className="flex items-center gap-1 pl-2 pr-3">
        <button
          type="button"
          aria-expanded={isUnfolded}
          onClick={() => setUnfolded(!isUnfolded)}
          className="flex h-8 min-w-0 flex-1 items-center gap-1.5 rounded-sm px-1.5 text-left hover:bg-hover"
        >
          <Chevron className="size-4 shrink-0 text-ink-3" aria-hidden />
          <span className="truncate text-sm font-semibold text-ink">{suite.name}</span>
          {suite.isRequired && (
            <Badge tone="accent">
              <ShieldCheck className="size-3" aria-hidden />
              {t.suite.required}
            </Badge>
          )}
          {run.length > 0 && (
            <span className="ml-auto shrink-0 pl-2 text-xs text-ink-3 tabular-nums">
              {t.suite.passed(passed, suite.tests.length)}
            </span>
          )}
        </button>
        {mayRun && (
          <IconButton
            icon={Play}
            label={t.suite.run(suite.name)}
            className="size-7"
            disabled={suite.tests.length === 0 || runner.isBusy}
            onClick={() => void runner.start({ suiteIds: [suite.id] })}
          />
        )}
        {mayChange && <SuiteMenu suite={suite} onNew={onNew} />}
      </div>
      {isUnfolded && (
        <ul className="mt-0.5">
          {suite.tests.map((test) => (
            <li key={test.id} className="px-2">
              <button
                type="button"
                onClick={() => onOpen(test.id)}
                className="flex min-h-9 w-full items-center gap-2.5 rounded-sm py-1.5 pl-3 pr-2 text-left hover:bg-hover"
              >
                <OutcomeIcon outcome={test.outcome} />
                <span className="min-w-0 flex-1 truncate text-base text-ink">{test.name}</span>
                <span className="shrink-0 text-xs text-ink-3">{t.test.turns(test.turns)}</span>
              </button>
            </li>
          ))}
          {suite.tests.length === 0 && (
            <li className="flex items-center justify-between gap-3 px-5 py-2 text-sm text-ink-2">
              {t.suite.empty}
              {mayChange && <IconButton icon={Plus} label={t.suite.add} className="size-7" onClick={onNew} />}
            </li>
          )}
        </ul>
      )}
    </li>
  );
}
