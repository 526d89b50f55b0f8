"use client";

import { CircleAlert, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useBuilder, useBuilderStore } from "#components/builder/store/builder-context.ts";
import { usePreferences } from "#components/i18n/preferences.ts";
import { useTexts } from "#components/i18n/use-texts.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import type { NodePlace } from "#flows/editing/locate.ts";
import { listProblemsOf } from "../form/node-index.ts";
import { inspectorMessages } from "../messages.ts";

const SHOWN_MAX = 3;

/** What is wrong with this node; a click goes to the field. */
export function NodeProblems({ place: { flowId, nodeId } }: { readonly place: NodePlace }) {
  const t = useTexts(inspectorMessages);
  const store = useBuilderStore();
  const locale = usePreferences((state) => state.locale);
  const problems = useBuilder((state) => listProblemsOf(state.problems, flowId, nodeId));
  const [isAll, setAll] = useState(false);
  if (problems.length === 0) return null;
  const sorted = [...problems].sort(
    (a, b) => Number(a.severity === "warning") - Number(b.severity === "warning"),
  );
  const shown = isAll ? sorted : sorted.slice(0, SHOWN_MAX);
  return (
    <section
      aria-label={t.problems(problems.length)}
      className="-mb-1 flex flex-col gap-0.5 rounded-md bg-sunken p-1"
    >
      <ul>
        {shown.map((problem, index) => {
          const isError = problem.severity === "error";
          const Icon = isError ? CircleAlert : TriangleAlert;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two problems of one place may have one code
            <li key={`${problem.code}-${problem.path}-${index}`}>
              <button
                type="button"
                onClick={() => store.getState().focus({ flowId, nodeId, path: problem.path })}
                className="flex w-full items-start gap-2 rounded-sm px-2 py-1.5 text-left text-xs text-ink-2 hover:bg-hover hover:text-ink"
              >
                <Icon
                  className={joinClasses(
                    "mt-px size-3.5 shrink-0",
                    isError ? "text-danger-text" : "text-warn-text",
                  )}
                  aria-hidden
                />
                <span>{problem.text[locale]}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {sorted.length > shown.length && (
        <button
          type="button"
          onClick={() => setAll(true)}
          className="self-start rounded-sm px-2 py-1 text-xs text-ink-3 hover:text-ink"
        >
          {t.moreProblems(sorted.length - shown.length)}
        </button>
      )}
    </section>
  );
}
