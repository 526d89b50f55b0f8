import { findFlow } from "#flows/editing/locate.ts";
import type { Bundle, FlowNode } from "#flows/kernel/flow.ts";
import type { Problem } from "#flows/kernel/problem.ts";

const nodesById = new WeakMap<readonly FlowNode[], ReadonlyMap<string, FlowNode>>();
const problemsByNode = new WeakMap<readonly Problem[], ReadonlyMap<string, readonly Problem[]>>();
const NONE: readonly Problem[] = [];

/** Found without a walk: every field of an inspector asks after every keystroke. */
export function findNode(bundle: Bundle, flowId: string, nodeId: string): FlowNode | null {
  const nodes = findFlow(bundle, flowId)?.nodes;
  if (nodes === undefined) return null;
  const known = nodesById.get(nodes) ?? new Map(nodes.map((node) => [node.id, node]));
  nodesById.set(nodes, known);
  return known.get(nodeId) ?? null;
}

export function listProblemsOf(
  problems: readonly Problem[],
  flowId: string,
  nodeId: string,
): readonly Problem[] {
  const known = problemsByNode.get(problems) ?? groupProblems(problems);
  problemsByNode.set(problems, known);
  return known.get(`${flowId}/${nodeId}`) ?? NONE;
}

function groupProblems(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    if (problem.nodeId === null) continue;
    const key = `${problem.flowId}/${problem.nodeId}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [problem]);
    else group.push(problem);
  }
  return groups;
}
