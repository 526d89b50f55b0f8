import type { Problem } from "#flows/kernel/problem.ts";

type Counts = { readonly errors: number; readonly warnings: number };

const known = new WeakMap<readonly Problem[], ReadonlyMap<string, Counts>>();
const NONE: Counts = { errors: 0, warnings: 0 };

/** `errors/warnings` of a node as one value, so that a card is drawn again only when a count changes. */
export function toProblemMark(problems: readonly Problem[], flowId: string, nodeId: string): string {
  const { errors, warnings } = countProblems(problems).get(`${flowId}/${nodeId}`) ?? NONE;
  return `${errors}/${warnings}`;
}

/** The same for several nodes together. */
export function toGroupMark(
  problems: readonly Problem[],
  flowId: string,
  nodeIds: readonly string[],
): string {
  const counts = countProblems(problems);
  const own = nodeIds.map((id) => counts.get(`${flowId}/${id}`) ?? NONE);
  return `${own.reduce((sum, { errors }) => sum + errors, 0)}/${own.reduce((sum, { warnings }) => sum + warnings, 0)}`;
}

export function readProblemMark(mark: string): Counts {
  const [errors = 0, warnings = 0] = mark.split("/").map(Number);
  return { errors, warnings };
}

export function listNodeProblems(
  problems: readonly Problem[],
  flowId: string,
  nodeId: string,
): readonly Problem[] {
  return problems
    .filter((problem) => problem.flowId === flowId && problem.nodeId === nodeId)
    .sort((a, b) => Number(a.severity === "warning") - Number(b.severity === "warning"));
}

function countProblems(problems: readonly Problem[]): ReadonlyMap<string, Counts> {
  const found = known.get(problems);
  if (found !== undefined) return found;
  const counts = new Map<string, Counts>();
  for (const { flowId, nodeId, severity } of problems) {
    if (nodeId === null) continue;
    const key = `${flowId}/${nodeId}`;
    const { errors, warnings } = counts.get(key) ?? NONE;
    counts.set(
      key,
      severity === "error" ? { errors: errors + 1, warnings } : { errors, warnings: warnings + 1 },
    );
  }
  known.set(problems, counts);
  return counts;
}
