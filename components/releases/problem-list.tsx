"use client";

import { CircleAlert, TriangleAlert } from "lucide-react";
import { useBuilder } from "#components/builder/store/builder-context.ts";
import { usePreferences } from "#components/i18n/preferences.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import type { Problem } from "#flows/kernel/problem.ts";

const LOOKS = {
  error: { icon: CircleAlert, tone: "text-danger" },
  warning: { icon: TriangleAlert, tone: "text-warn" },
} as const;

type ProblemListProps = { readonly problems: readonly Problem[]; onLeave(): void };

/** All problems, each a way to the place where it can be mended. */
export function ProblemList({ problems, onLeave }: ProblemListProps) {
  const locale = usePreferences((state) => state.locale);
  const focus = useBuilder((state) => state.focus);
  return (
    <ul className="flex max-h-56 flex-col overflow-y-auto rounded-md border border-line bg-surface py-1">
      {problems.map((problem, index) => {
        const { icon: Icon, tone } = LOOKS[problem.severity];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes while it is shown
          <li key={index}>
            <button
              type="button"
              className="flex w-full items-start gap-2 px-3 py-1.5 text-left text-sm text-ink hover:bg-hover"
              onClick={() => {
                onLeave();
                focus({ flowId: problem.flowId, nodeId: problem.nodeId, path: problem.path });
              }}
            >
              <Icon className={joinClasses("mt-0.5 size-4 shrink-0", tone)} aria-hidden />
              <span className="min-w-0 break-words">{problem.text[locale]}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
