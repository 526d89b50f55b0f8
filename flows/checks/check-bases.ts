import type { Reference } from "../kernel/define-node.ts";
import type { InspectedFlow } from "../kernel/inspect-flow.ts";
import { type Problem, toProblem } from "../kernel/problem.ts";
import { MAIN_FLOW_ID } from "../kernel/registry.ts";

/** A knowledge base of the workspace; `release` is null until its first one, the others count what can be searched. */
export type KnownBase = {
  readonly id: string;
  readonly name: string;
  readonly release: number | null;
  readonly documents: number;
  /** Approved ones. */
  readonly cases: number;
  /** Accepted ones of its graph. */
  readonly facts: number;
};

/** Bases that flows name: gone ones are an error, and one that was never released cannot answer anybody yet. */
export function checkBases(flows: readonly InspectedFlow[], bases: readonly KnownBase[]): readonly Problem[] {
  const known = new Map(bases.map((base) => [base.id, base]));
  return flows.flatMap((flow) => [...checkNodes(flow, known), ...checkDigress(flow, known)]);
}

type Known = ReadonlyMap<string, KnownBase>;

function checkNodes(flow: InspectedFlow, known: Known): readonly Problem[] {
  return flow.nodes.flatMap(({ node, label, references }) =>
    references.flatMap((reference): readonly Problem[] => {
      if (reference.type !== "base") return [];
      const place = { flowId: flow.id, nodeId: node.id, path: reference.path };
      const base = known.get(reference.baseId);
      if (base === undefined) return [toProblem("missing_base", place, { node: label })];
      const code = findLack(base, reference.asks);
      if (code === null) return [];
      return [toProblem(code, { ...place, severity: "warning" }, { node: label, name: base.name })];
    }),
  );
}

/** What keeps a base from answering anybody. */
function findLack(base: KnownBase, asks: (Reference & { readonly type: "base" })["asks"]) {
  if (asks === undefined) return base.release === null ? "unreleased_base" : null;
  const [first] = asks;
  return first === undefined || asks.some((layer) => base[layer] > 0) ? null : LACKS[first];
}

const LACKS = {
  documents: "base_without_documents",
  cases: "base_without_cases",
  facts: "base_without_facts",
} as const;

/** The settings of sub-flows are never read. */
function checkDigress({ id, flow }: InspectedFlow, known: Known): readonly Problem[] {
  if (id !== MAIN_FLOW_ID) return [];
  const place = { flowId: id, path: "settings.repair.digress.bases" };
  return (flow.settings.repair.digress.bases ?? []).flatMap((baseId): readonly Problem[] => {
    const base = known.get(baseId);
    if (base === undefined) return [toProblem("missing_settings_base", place, { base: baseId })];
    if (base.release !== null) return [];
    return [toProblem("unreleased_settings_base", { ...place, severity: "warning" }, { name: base.name })];
  });
}
