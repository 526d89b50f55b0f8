"use client";

import { CircleCheck, SearchX, Wand2 } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { Tooltip } from "#components/ui/tooltip.tsx";
import { listQuickFixes, mayHaveSafeFix } from "#flows/checks/quick-fixes.ts";
import type { Bundle } from "#flows/kernel/flow.ts";
import type { Problem } from "#flows/kernel/problem.ts";
import {
  countSeverity,
  cutGroups,
  groupProblems,
  type ProblemFilter,
  toProblemKey,
} from "./group-problems.ts";
import { problemMessages } from "./messages.ts";
import { ProblemGroupRows } from "./problem-group-rows.tsx";

/** Rows drawn at once; a flow that is wrong in 500 places must not slow the canvas beside it. */
const ROWS_STEP = 100;

const NO_FILTER: ProblemFilter = { severity: "all", words: "" };

type ProblemListProps = {
  readonly problems: readonly Problem[];
  readonly bundle: Bundle;
  readonly canEdit: boolean;
  newId(): string;
  onFocus(problem: Problem): void;
  onFix(apply: (bundle: Bundle) => Bundle): void;
  onFixAll(): void;
};

export function ProblemList({
  problems,
  bundle,
  canEdit,
  newId,
  onFocus,
  onFix,
  onFixAll,
}: ProblemListProps) {
  const t = useTexts(problemMessages);
  const locale = usePreferences((state) => state.locale);
  const [filter, setFilter] = useState(NO_FILTER);
  const [rowsMax, setRowsMax] = useState(ROWS_STEP);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  if (problems.length === 0) return <EmptyState icon={CircleCheck} title={t.clean} body={t.cleanHint} />;

  const groups = groupProblems(problems, filter, locale);
  const count = groups.reduce((sum, group) => sum + group.problems.length, 0);
  const shown = cutGroups(groups, rowsMax);
  const active = problems.find((problem) => toProblemKey(problem) === activeKey) ?? null;
  const fixFirst = (): void => {
    const fix = active === null || !canEdit ? undefined : listQuickFixes(bundle, active)[0];
    if (fix) onFix((current) => fix.apply(current, newId));
  };
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <ListHeader
        problems={problems}
        filter={filter}
        canEdit={canEdit}
        onFilter={setFilter}
        onFixAll={onFixAll}
      />
      {count === 0 ? (
        <EmptyState
          icon={SearchX}
          title={t.noMatch}
          body={t.noMatchHint}
          action={<Button onClick={() => setFilter(NO_FILTER)}>{t.clear}</Button>}
        />
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: the rows' own buttons take the focus; arrows only move it between them
        <div
          className="min-h-0 flex-1 overflow-y-auto pb-3"
          onKeyDown={(event) => moveByKey(event, fixFirst)}
        >
          {shown.map((group) => (
            <ProblemGroupRows
              key={`${group.severity} ${group.flowId}`}
              group={group}
              bundle={bundle}
              canEdit={canEdit}
              activeKey={activeKey}
              onActivate={setActiveKey}
              onFocus={onFocus}
              onFix={(fix) => onFix((current) => fix.apply(current, newId))}
            />
          ))}
          {count > rowsMax && (
            <div className="px-4 pt-3">
              <Button size="sm" look="ghost" onClick={() => setRowsMax(rowsMax + ROWS_STEP)}>
                {t.more(Math.min(ROWS_STEP, count - rowsMax))}
              </Button>
            </div>
          )}
        </div>
      )}
      <p className="shrink-0 border-t border-line px-4 py-2 text-xs text-ink-3 max-md:hidden">{t.keys}</p>
    </div>
  );
}

type ListHeaderProps = Pick<ProblemListProps, "problems" | "canEdit" | "onFixAll"> & {
  readonly filter: ProblemFilter;
  onFilter(filter: ProblemFilter): void;
};

function ListHeader({ problems, filter, canEdit, onFilter, onFixAll }: ListHeaderProps) {
  const t = useTexts(problemMessages);
  const errors = countSeverity(problems, "error");
  const warnings = problems.length - errors;
  return (
    <div className="flex shrink-0 flex-col gap-2 border-b border-line px-4 py-3">
      <Segmented
        label={t.filter}
        value={filter.severity}
        onChange={(severity) => onFilter({ ...filter, severity })}
        options={[
          { value: "all", label: `${t.all} ${problems.length}` },
          { value: "error", label: `${t.errors} ${errors}` },
          { value: "warning", label: `${t.warnings} ${warnings}` },
        ]}
      />
      <div className="flex items-center gap-2">
        <SearchField
          label={t.search}
          value={filter.words}
          onChange={(words) => onFilter({ ...filter, words })}
          className="min-w-0 flex-1"
        />
        {canEdit && problems.some(mayHaveSafeFix) && (
          <Tooltip text={t.fixAllHint} side="bottom">
            <Button icon={Wand2} onClick={onFixAll}>
              {t.fixAll}
            </Button>
          </Tooltip>
        )}
      </div>
      {errors > 0 && <p className="text-xs text-danger-text">{t.publishBlocked}</p>}
    </div>
  );
}

/** Arrows go from row to row, Home and End to the first and last, F takes the first fix of the row at hand. */
function moveByKey(event: KeyboardEvent<HTMLDivElement>, fixFirst: () => void): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-problem]")];
  const at = rows.findIndex(
    (row) => row === document.activeElement || row.parentElement?.contains(document.activeElement),
  );
  const targets: { readonly [key: string]: HTMLElement | undefined } = {
    ArrowDown: rows[Math.min(at + 1, rows.length - 1)],
    ArrowUp: rows[Math.max(at - 1, 0)],
    Home: rows[0],
    End: rows.at(-1),
  };
  const target = targets[event.key];
  if (target) target.focus();
  else if (event.key.toLowerCase() === "f") fixFirst();
  else return;
  event.preventDefault();
}
