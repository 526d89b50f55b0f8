import type { BUILT_IN_VARIABLES } from "./built-in-variables.ts";
import type { NodeDefinition, Port, Reference, VariableType } from "./define-node.ts";
import type { Bundle, Flow, FlowEdge, FlowNode } from "./flow.ts";
import { upgradeConfig } from "./migrate-config.ts";
import { type DefinitionRegistry, ERROR_PORT, START_KIND } from "./registry.ts";
import { LOCALES, type Locale, pickText } from "./text.ts";

/** A node as the checks see it; `config` is null when it cannot be read. */
export type InspectedNode = {
  readonly node: FlowNode;
  readonly definition: NodeDefinition | null;
  readonly config: { readonly parsed: unknown } | null;
  readonly ports: readonly Port[];
  readonly references: readonly Reference[];
  /** How its author, or else its kind, names it. */
  readonly label: { readonly [L in Locale]: string };
};

/** One flow with everything that several checks need, worked out once. */
export type InspectedFlow = {
  readonly id: string;
  readonly flow: Flow;
  readonly bundle: Bundle;
  readonly nodes: readonly InspectedNode[];
  readonly byId: ReadonlyMap<string, InspectedNode>;
  readonly edgesFrom: ReadonlyMap<string, readonly FlowEdge[]>;
  /** Every name that its expressions can read, built-in ones included. */
  readonly variables: ReadonlyMap<string, VariableType>;
};

const BUILT_IN_TYPES: { readonly [Name in (typeof BUILT_IN_VARIABLES)[number]]: VariableType } = {
  context: "object",
  now: "number",
  message: "text",
  locale: "text",
  channel: "text",
};

/** A node that an edit left alone is the same object before and after it, so it is worked out once and never again. */
const inspectedNodes = new WeakMap<DefinitionRegistry, WeakMap<FlowNode, InspectedNode>>();

export function inspectFlow(
  id: string,
  flow: Flow,
  { bundle, registry }: { readonly bundle: Bundle; readonly registry: DefinitionRegistry },
): InspectedFlow {
  const nodes = flow.nodes.map((node) => inspectNode(node, registry));
  const edgesFrom = new Map<string, FlowEdge[]>();
  for (const edge of flow.edges) {
    const known = edgesFrom.get(edge.from);
    if (known === undefined) edgesFrom.set(edge.from, [edge]);
    else known.push(edge);
  }
  return {
    id,
    flow,
    bundle,
    nodes,
    byId: new Map(nodes.map((node) => [node.node.id, node])),
    edgesFrom,
    variables: new Map([
      ...Object.entries(BUILT_IN_TYPES),
      ...flow.variables.map(({ name, type }) => [name, type] as const),
    ]),
  };
}

/** Nodes are values: what a node says is remembered for as long as the object lives, and one that was changed in place keeps its old answer. */
export function inspectNode(node: FlowNode, registry: DefinitionRegistry): InspectedNode {
  const known = inspectedNodes.get(registry) ?? new WeakMap<FlowNode, InspectedNode>();
  inspectedNodes.set(registry, known);
  const inspected = known.get(node) ?? readNode(node, registry);
  known.set(node, inspected);
  return inspected;
}

/** Ports of a node as it is set up now; those of a node that cannot be read are unknown. */
function listPorts(node: FlowNode, definition: NodeDefinition, config: unknown): readonly Port[] {
  const ports = definition.ports(config);
  const hasErrorPort = node.onError.mode !== "port" || ports.some(({ id }) => id === ERROR_PORT);
  return hasErrorPort ? ports : [...ports, { id: ERROR_PORT }];
}

export function isEntry({ node }: InspectedNode): boolean {
  return node.kind === START_KIND;
}

/** How people read a port: the author's label, else the kind's word for it, else its id. */
export function toPortLabel(
  { definition, ports }: InspectedNode,
  portId: string,
): { readonly [L in Locale]: string } {
  const { label } = ports.find(({ id }) => id === portId) ?? {};
  const texts = LOCALES.map((locale) => {
    const own = label === undefined ? "" : pickText(label, locale, locale).trim();
    const kindWord = definition?.messages[locale].ports[portId];
    return [locale, own || (kindWord ?? portId)] as const;
  });
  return toTexts(texts);
}

function readNode(node: FlowNode, registry: DefinitionRegistry): InspectedNode {
  const definition = Object.hasOwn(registry, node.kind) ? (registry[node.kind]?.definition ?? null) : null;
  const config = definition === null ? null : readConfig(node, definition);
  const texts = LOCALES.map(
    (locale) => [locale, node.title?.trim() || (definition?.messages[locale].title ?? node.kind)] as const,
  );
  return {
    node,
    definition,
    config,
    ports: definition === null || config === null ? [] : listPorts(node, definition, config.parsed),
    references: (config === null ? undefined : definition?.references?.(config.parsed)) ?? [],
    label: toTexts(texts),
  };
}

function readConfig(node: FlowNode, definition: NodeDefinition): InspectedNode["config"] {
  const upgraded = upgradeConfig(node, definition);
  if (!upgraded.ok) return null;
  const parsed = definition.config.safeParse(upgraded.config);
  return parsed.success ? { parsed: parsed.data } : null;
}

function toTexts(entries: readonly (readonly [Locale, string])[]): { readonly [L in Locale]: string } {
  const texts: { [L in Locale]: string } = { "zh-CN": "", en: "" };
  for (const [locale, text] of entries) texts[locale] = text;
  return texts;
}
