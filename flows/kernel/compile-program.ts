import type { NodeDefinition } from "./define-node.ts";
import type { Executor } from "./executor.ts";
import type { Bundle, Flow, FlowNode, FlowVariable } from "./flow.ts";
import type { Json, JsonObject } from "./json.ts";
import { upgradeConfig } from "./migrate-config.ts";
import { ERROR_PORT, MAIN_FLOW_ID, type NodeRegistry, START_KIND } from "./registry.ts";

/** What a program knows of one kind at work; null kinds are inert: visiting such a node takes the error path. */
type Runnable = {
  readonly definition: NodeDefinition;
  readonly executor: Executor<unknown>;
  readonly config: unknown;
};

export type CompiledNode = {
  readonly id: string;
  readonly key: string;
  readonly source: FlowNode;
  readonly runnable: Runnable | null;
  /** Why it cannot run. */
  readonly problem: string | null;
  /** Looks at the customer's message, once a message. */
  readonly isUnderstanding: boolean;
  /** Asks the customer something that can be repeated, corrected and gone back to. */
  readonly isQuestion: boolean;
  readonly firstPort: string;
  readonly edges: ReadonlyMap<string, string>;
  /** Variables that it writes, as far as its config tells. */
  readonly writes: readonly string[];
};

export type CompiledFlow = {
  readonly id: string;
  readonly settings: Flow["settings"];
  readonly startId: string | null;
  readonly nodes: ReadonlyMap<string, CompiledNode>;
  readonly variables: ReadonlyMap<string, FlowVariable>;
  readonly defaults: JsonObject;
  /** Variables that each new message resets. */
  readonly turnDefaults: readonly (readonly [name: string, value: Json])[];
  /** Variables that traces must not show as they are. */
  readonly guarded: readonly FlowVariable[];
};

/** One version, ready to run: indexed, migrated and parsed once. Immutable, so conversations share it. */
export type Program = {
  readonly main: CompiledFlow;
  readonly flows: ReadonlyMap<string, CompiledFlow>;
  /** Only under a debugger (see `debug.ts`): true parks the walk before this node is entered. Must be pure. */
  readonly pauseBefore?: (place: PausePlace) => boolean;
};

/** Where a walk is about to go; `depth` counts the calls below the root flow. */
export type PausePlace = {
  readonly flowId: string;
  readonly nodeId: string;
  readonly depth: number;
  readonly vars: JsonObject;
};

/** Never fails: what cannot run is inert and takes the error path when visited, so that one bad node never stops the rest. */
export function compileProgram(bundle: Bundle, registry: NodeRegistry): Program {
  const main = compileFlow(MAIN_FLOW_ID, bundle.flow, registry);
  const flows = new Map([[MAIN_FLOW_ID, main]]);
  for (const [id, flow] of Object.entries(bundle.subflows)) {
    if (id !== MAIN_FLOW_ID) flows.set(id, compileFlow(id, flow, registry));
  }
  return { main, flows };
}

function compileFlow(id: string, flow: Flow, registry: NodeRegistry): CompiledFlow {
  const edges = new Map<string, Map<string, string>>();
  for (const edge of flow.edges) {
    const ports = edges.get(edge.from) ?? new Map<string, string>();
    // Of two wires on one port the first counts, always the same one; `validate` reports the other.
    if (!ports.has(edge.port)) ports.set(edge.port, edge.to);
    edges.set(edge.from, ports);
  }
  const nodes = new Map(
    flow.nodes.map((node) => [
      node.id,
      compileNode(node, { flowId: id, edges: edges.get(node.id) ?? new Map(), registry }),
    ]),
  );
  return {
    id,
    settings: flow.settings,
    startId: flow.nodes.find((node) => node.kind === START_KIND && !node.disabled)?.id ?? null,
    nodes,
    variables: new Map(flow.variables.map((variable) => [variable.name, variable])),
    defaults: Object.fromEntries(flow.variables.map((variable) => [variable.name, variable.default])),
    turnDefaults: flow.variables
      .filter((variable) => variable.scope === "turn")
      .map((variable) => [variable.name, variable.default] as const),
    guarded: flow.variables.filter((variable) => variable.dataClass !== "general"),
  };
}

type Place = {
  readonly flowId: string;
  readonly edges: ReadonlyMap<string, string>;
  readonly registry: NodeRegistry;
};

function compileNode(node: FlowNode, { flowId, edges, registry }: Place): CompiledNode {
  const { runnable, problem } = toRunnable(node, registry);
  const family = runnable?.definition.family;
  const isUnderstanding = family === "understand" || family === "knowledge";
  return {
    id: node.id,
    key: `${flowId}/${node.id}`,
    source: node,
    runnable,
    problem,
    isUnderstanding,
    isQuestion: !isUnderstanding && runnable?.executor.prompt !== undefined,
    firstPort: findFirstPort(runnable, edges),
    edges,
    writes: listWrites(runnable),
  };
}

function toRunnable(
  node: FlowNode,
  registry: NodeRegistry,
): { runnable: Runnable | null; problem: string | null } {
  const kind = Object.hasOwn(registry, node.kind) ? registry[node.kind] : undefined;
  if (kind === undefined) return { runnable: null, problem: "unknown_kind" };
  const upgraded = upgradeConfig(node, kind.definition);
  if (!upgraded.ok) return { runnable: null, problem: upgraded.code };
  const parsed = kind.definition.config.safeParse(upgraded.config);
  return parsed.success
    ? { runnable: { ...kind, config: parsed.data }, problem: null }
    : { runnable: null, problem: "invalid_config" };
}

function findFirstPort(runnable: Runnable | null, edges: ReadonlyMap<string, string>): string {
  const ports = runnable?.definition.ports(runnable.config) ?? [];
  return ports.find((port) => port.id !== ERROR_PORT)?.id ?? [...edges.keys()][0] ?? "next";
}

function listWrites(runnable: Runnable | null): readonly string[] {
  const references = runnable?.definition.references?.(runnable.config) ?? [];
  return references.flatMap((reference) =>
    reference.type === "variable" && reference.access === "write" ? [reference.name] : [],
  );
}
