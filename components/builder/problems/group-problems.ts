import type { Problem } from "#flows/kernel/problem.ts";
import { MAIN_FLOW_ID } from "#flows/kernel/registry.ts";
import type { Locale } from "#flows/kernel/text.ts";

export type Severity = Problem["severity"];

export type ProblemFilter = { readonly severity: Severity | "all"; readonly words: string };

export type ProblemGroup = {
  readonly severity: Severity;
  readonly flowId: string;
  readonly problems: readonly Problem[];
};

const SEVERITIES: readonly Severity[] = ["error", "warning"];

/** What the filter lets through, errors first, the main flow first; each group in the order of the document. */
export function groupProblems(
  problems: readonly Problem[],
  { severity, words }: ProblemFilter,
  locale: Locale,
): readonly ProblemGroup[] {
  const wanted = words.trim().toLowerCase();
  const shown = problems.filter(
    (problem) =>
      (severity === "all" || problem.severity === severity) &&
      problem.text[locale].toLowerCase().includes(wanted),
  );
  const flowIds = [...new Set(shown.map(({ flowId }) => flowId))].toSorted(
    (a, b) => Number(b === MAIN_FLOW_ID) - Number(a === MAIN_FLOW_ID),
  );
  return SEVERITIES.flatMap((own) =>
    flowIds.flatMap((flowId) => {
      const found = shown.filter((problem) => problem.severity === own && problem.flowId === flowId);
      return found.length === 0 ? [] : [{ severity: own, flowId, problems: found }];
    }),
  );
}

/** The first so many problems, in whole or cut groups. */
export function cutGroups(groups: readonly ProblemGroup[], countMax: number): readonly ProblemGroup[] {
  let left = countMax;
  return groups.flatMap((group) => {
    const problems = group.problems.slice(0, left);
    left -= problems.length;
    return problems.length === 0 ? [] : [{ ...group, problems }];
  });
}

export function countSeverity(problems: readonly Problem[], severity: Severity): number {
  return problems.filter((problem) => problem.severity === severity).length;
}

/** Stays the same while the problem does; two equal ones are told apart by their place in the list. */
export function toProblemKey({ code, flowId, nodeId, path, text }: Problem): string {
  return [code, flowId, nodeId, path, text.en].join(" ");
}
