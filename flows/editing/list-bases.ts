import type { Bundle, Flow } from "../kernel/flow.ts";

/** Every knowledge base that a document names, once each; those of switched-off nodes too. */
export function listBases({ flow, subflows }: Bundle): readonly string[] {
  const flows: readonly Flow[] = [flow, ...Object.values(subflows)];
  const own = flows.flatMap(({ nodes }) => nodes.flatMap(({ config }) => toIds(config.bases)));
  return [...new Set([...own, ...(flow.settings.repair.digress.bases ?? [])])];
}

/** Those whose documents are searched; the others are only asked for their Q&A. */
export const listSearchedBases = (bundle: Bundle): readonly string[] => listBasesOf(bundle, "kb-search");

/** Those whose facts are asked. */
export const listGraphBases = (bundle: Bundle): readonly string[] => listBasesOf(bundle, "graph-query");

/** What the only kind that asks so names. */
function listBasesOf({ flow, subflows }: Bundle, asking: string): readonly string[] {
  const nodes = [flow, ...Object.values(subflows)].flatMap((one) => one.nodes);
  return [...new Set(nodes.flatMap(({ kind, config }) => (kind === asking ? toIds(config.bases) : [])))];
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A config that was never checked may hold anything; the database takes ids only. */
function toIds(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((id) => typeof id === "string" && UUID.test(id)) : [];
}
