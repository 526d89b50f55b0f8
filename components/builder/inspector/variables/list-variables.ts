import { BUILT_IN_VARIABLES } from "#flows/kernel/built-in-variables.ts";
import type { Flow, FlowVariable } from "#flows/kernel/flow.ts";
import { listUpstreamNames } from "./list-upstream-names.ts";

export type BuiltInName = (typeof BUILT_IN_VARIABLES)[number];

export type VariableEntry =
  | {
      readonly origin: "flow";
      readonly name: string;
      readonly variable: FlowVariable;
      readonly isUpstream: boolean;
    }
  | { readonly origin: "built-in"; readonly name: BuiltInName; readonly type: FlowVariable["type"] };

const BUILT_IN_TYPES: { readonly [Name in BuiltInName]: FlowVariable["type"] } = {
  context: "object",
  now: "number",
  message: "text",
  locale: "text",
  channel: "text",
};

/** Every variable that a node can read: those that may be set by then come first, the built-in ones last. */
export function listVariables(flow: Flow, nodeId: string | null): readonly VariableEntry[] {
  const upstream = nodeId === null ? null : listUpstreamNames(flow, nodeId);
  const own = flow.variables.map((variable) => ({
    origin: "flow" as const,
    name: variable.name,
    variable,
    // One that has a default, or is remembered of the customer, is set before anything runs.
    isUpstream:
      upstream === null ||
      upstream.has(variable.name) ||
      variable.default !== null ||
      variable.scope === "contact",
  }));
  return [
    ...own.filter(({ isUpstream }) => isUpstream),
    ...own.filter(({ isUpstream }) => !isUpstream),
    ...BUILT_IN_VARIABLES.map((name) => ({ origin: "built-in" as const, name, type: BUILT_IN_TYPES[name] })),
  ];
}

const knownNames = new WeakMap<readonly FlowVariable[], ReadonlySet<string>>();

/** Names that expressions of the flow can read; the same set as long as the variables are the same. */
export function toKnownNames(variables: readonly FlowVariable[]): ReadonlySet<string> {
  const known =
    knownNames.get(variables) ??
    new Set<string>([...BUILT_IN_VARIABLES, ...variables.map(({ name }) => name)]);
  knownNames.set(variables, known);
  return known;
}

export function toEntryType(entry: VariableEntry): FlowVariable["type"] {
  return entry.origin === "flow" ? entry.variable.type : entry.type;
}
