"use client";

import { CircleAlert, CircleCheck, TriangleAlert } from "lucide-react";
import { useTexts } from "#components/i18n/use-texts.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import { Tooltip } from "#components/ui/tooltip.tsx";
import { useBuilder } from "../store/builder-context.ts";
import { countSeverity } from "./group-problems.ts";
import { problemMessages } from "./messages.ts";

/** How many problems there are, in the top bar; opens and closes their list. */
export function ProblemCount() {
  const t = useTexts(problemMessages);
  const errors = useBuilder(({ problems }) => countSeverity(problems, "error"));
  const warnings = useBuilder(({ problems }) => countSeverity(problems, "warning"));
  const isOpen = useBuilder(({ panel }) => panel === "problems");
  const setPanel = useBuilder((state) => state.setPanel);
  const isClean = errors + warnings === 0;
  const label = isClean ? t.counterClean : t.counter(errors, warnings);
  return (
    <Tooltip text={label} side="bottom">
      <button
        type="button"
        aria-label={label}
        aria-pressed={isOpen}
        onClick={() => setPanel(isOpen ? null : "problems")}
        className={joinClasses(
          "inline-flex h-8 shrink-0 items-center gap-2 rounded-sm px-2 text-sm font-medium tabular-nums transition-colors duration-[var(--fast)] hover:bg-hover",
          isOpen && "bg-hover",
        )}
      >
        {isClean && <CircleCheck className="size-4 text-success-text" aria-hidden />}
        {errors > 0 && (
          <span aria-hidden className="inline-flex items-center gap-1 text-danger-text">
            <CircleAlert className="size-4" />
            {errors}
          </span>
        )}
        {warnings > 0 && (
          <span aria-hidden className="inline-flex items-center gap-1 text-warn-text">
            <TriangleAlert className="size-4" />
            {warnings}
          </span>
        )}
      </button>
    </Tooltip>
  );
}
