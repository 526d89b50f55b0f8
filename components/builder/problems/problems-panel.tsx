"use client";

import { useMemo } from "react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { showSuccess } from "#components/ui/toast-store.ts";
import { fixAllSafe } from "#flows/checks/quick-fixes.ts";
import { useBuilder, useBuilderStore } from "../store/builder-context.ts";
import { ExamineBar } from "../understanding/examine-bar.tsx";
import { focusProblem } from "./focus-problem.ts";
import { problemMessages } from "./messages.ts";
import { ProblemList } from "./problem-list.tsx";

const newId = (): string => crypto.randomUUID();

/** Everything that is wrong with the draft, and ways out of it. */
export function ProblemsPanel() {
  const t = useTexts(problemMessages);
  const store = useBuilderStore();
  const problems = useBuilder((state) => state.problems);
  const bundle = useBuilder((state) => state.bundle);
  const canEdit = useBuilder((state) => state.canEdit);
  const hands = useMemo(
    () => ({
      onFocus: (problem: (typeof problems)[number]) => focusProblem(store, problem),
      onFix: (apply: (current: typeof bundle) => typeof bundle) =>
        store.getState().edit(apply, { label: "fix" }),
      onFixAll: () => {
        const { bundle: before, problems: current, edit } = store.getState();
        const { bundle: after, fixed } = fixAllSafe(before, current, newId);
        edit(() => after, { label: "fix" });
        showSuccess(fixed === 0 ? t.nothingFixed : t.fixed(fixed));
      },
    }),
    [store, t],
  );
  return (
    <>
      <ExamineBar />
      <ProblemList problems={problems} bundle={bundle} canEdit={canEdit} newId={newId} {...hands} />
    </>
  );
}
