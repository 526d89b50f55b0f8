import type { Bundle, Flow } from "../kernel/flow.ts";

/** Every knowledge base that a document names, once each; those of switched-off nodes too. */
export function listBases({ flow, subflows }: Bundle): readonly string[] {
  const flows: readonly Flow[] = [flow, ...Object.values(subflows)];
  const own = flows.flatMap(({ nodes }) => nodes.flatMap(({ config }) => toIds(config.bases)));
  return [...new Set([...own, ...(flow.settings.repair.digress.bases ?? [])])];
}

/** What asks a base for something else than its Q&A. */
const OTHER_ASKERS = ["kb-search", "graph-query"];

/** Those that are asked for their Q&A, by nodes or by whatever a customer says in between. */
export function listAskedBases(bundle: Bundle): readonly string[] {
  const { enabled, bases = [] } = bundle.flow.settings.repair.digress;
  const own = listBasesOf(bundle, (kind) => !OTHER_ASKERS.includes(kind));
  return [...new Set([...own, ...(enabled ? bases : [])])];
}

/** Those whose documents are searched. */
export const listSearchedBases = (bundle: Bundle): readonly string[] =>
  listBasesOf(bundle, (kind) => kind === "kb-search");

/** Those whose facts are asked. */
export const listGraphBases = (bundle: Bundle): readonly string[] =>
  listBasesOf(bundle, (kind) => kind === "graph-query");

/** What nodes that ask so name. */
function listBasesOf({ flow, subflows }: Bundle, isAsking: (kind: string) => boolean): readonly string[] {
  const nodes = [flow, ...Object.values(subflows)].flatMap((one) => one.nodes);
  return [...new Set(nodes.flatMap(({ kind, config }) => (isAsking(kind) ? toIds(config.bases) : [])))];
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A config that was never checked may hold anything; the database takes ids only. */
function toIds(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((id) => typeof id === "string" && UUID.test(id)) : [];
}
