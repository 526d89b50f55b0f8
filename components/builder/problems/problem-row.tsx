"use client";

import { CircleAlert, TriangleAlert, Wand2 } from "lucide-react";
import { useMemo } from "react";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { listQuickFixes, mayHaveFix, type QuickFix } from "#flows/checks/quick-fixes.ts";
import type { Bundle } from "#flows/kernel/flow.ts";
import type { Problem } from "#flows/kernel/problem.ts";
import { problemMessages } from "./messages.ts";

type ProblemRowProps = {
  readonly problem: Problem;
  readonly bundle: Bundle;
  readonly canEdit: boolean;
  readonly isActive: boolean;
  onActivate(): void;
  onFocus(problem: Problem): void;
  onFix(fix: QuickFix): void;
};

/** One problem in words; a click goes to its place. The one at hand shows its ways out, which are worked out only then. */
export function ProblemRow({
  problem,
  bundle,
  canEdit,
  isActive,
  onActivate,
  onFocus,
  onFix,
}: ProblemRowProps) {
  const t = useTexts(problemMessages);
  const locale = usePreferences((state) => state.locale);
  const isError = problem.severity === "error";
  const Icon = isError ? CircleAlert : TriangleAlert;
  return (
    <li
      className={joinClasses(
        "rounded-sm transition-colors duration-[var(--fast)]",
        isActive ? "bg-sunken" : "hover:bg-hover",
      )}
    >
      <button
        type="button"
        data-problem
        onFocus={onActivate}
        onClick={() => onFocus(problem)}
        className="flex w-full gap-2.5 rounded-sm px-2 py-1.5 text-left text-sm text-ink"
      >
        <Icon
          className={joinClasses("mt-0.5 size-4 shrink-0", isError ? "text-danger-text" : "text-warn-text")}
          aria-label={isError ? t.errors : t.warnings}
        />
        <span className="min-w-0 flex-1 break-words">{problem.text[locale]}</span>
        {canEdit && !isActive && mayHaveFix(problem) && (
          <Wand2 className="mt-0.5 size-3.5 shrink-0 text-ink-3" aria-label={t.hasFix} />
        )}
      </button>
      {isActive && canEdit && <Fixes problem={problem} bundle={bundle} onFix={onFix} />}
    </li>
  );
}

type FixesProps = Pick<ProblemRowProps, "problem" | "bundle" | "onFix">;

function Fixes({ problem, bundle, onFix }: FixesProps) {
  const locale = usePreferences((state) => state.locale);
  const fixes = useMemo(() => listQuickFixes(bundle, problem), [bundle, problem]);
  if (fixes.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-1.5 pb-2 pl-8.5 pr-2">
      {fixes.map((fix, i) => (
        <Button key={fix.id} size="sm" {...(i === 0 ? { icon: Wand2 } : {})} onClick={() => onFix(fix)}>
          {fix.label[locale]}
        </Button>
      ))}
    </div>
  );
}
