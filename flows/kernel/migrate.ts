import { z } from "zod";
import { type Bundle, bundleSchema, FLOW_BYTES_MAX, FLOW_SCHEMA, type Flow, flowSchema } from "./flow.ts";
import { listIssues } from "./list-issues.ts";
import { upgradeConfig } from "./migrate-config.ts";
import { type Problem, toProblem } from "./problem.ts";
import { type DefinitionRegistry, MAIN_FLOW_ID } from "./registry.ts";
import { isRecord, scanCounts, scanText, scanValue } from "./scan-limits.ts";

/** A bundle brings its FAQ sets along, so it may be larger than one flow. */
const BUNDLE_BYTES_MAX = 4 * FLOW_BYTES_MAX;

/** One change of the stored shape. `name` says what changed and never changes itself; `up` makes schema n+1 out of n. */
export type FlowMigration = {
  readonly name: string;
  readonly up: (document: { readonly [key: string]: unknown }) => { readonly [key: string]: unknown };
};

/** Index 0 upgrades schema 1. Schema 1 is the first that was ever stored. */
const FLOW_MIGRATIONS: readonly FlowMigration[] = [];

export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] };

type Options = { readonly migrations?: readonly FlowMigration[] };

/** Makes a flow of what somebody uploads or a table holds: size and depth first, then migrations, then the schema. Never throws. */
export function parseFlow(document: unknown, options: Options = {}): Parsed<Flow> {
  const read = readDocument(document, FLOW_BYTES_MAX);
  if (!read.ok) return read;
  const upgraded = upgradeDocument(read.value, { flowId: MAIN_FLOW_ID, ...options });
  return upgraded.ok ? parseWith(flowSchema, upgraded.value) : upgraded;
}

/** The same for a whole bundle; each of its flows is upgraded from whatever schema it has. */
export function parseBundle(document: unknown, options: Options = {}): Parsed<Bundle> {
  const read = readDocument(document, BUNDLE_BYTES_MAX);
  if (!read.ok) return read;
  if (!isRecord(read.value)) return refuse(toProblem("unknown_schema", { flowId: MAIN_FLOW_ID }));

  const subflows = isRecord(read.value.subflows) ? Object.entries(read.value.subflows) : [];
  const flows = [[MAIN_FLOW_ID, read.value.flow] as const, ...subflows].map(
    ([flowId, flow]) => [flowId, upgradeDocument(flow, { flowId, ...options })] as const,
  );
  const problems = flows.flatMap(([, upgraded]) => (upgraded.ok ? [] : upgraded.problems));
  if (problems.length > 0) return { ok: false, problems };

  const values = flows.map(([flowId, upgraded]) => [flowId, upgraded.ok ? upgraded.value : null] as const);
  return parseWith(bundleSchema, {
    ...read.value,
    flow: values[0]?.[1],
    ...(read.value.subflows === undefined ? {} : { subflows: Object.fromEntries(values.slice(1)) }),
  });
}

/** Nodes with their configs as their kinds write them now. Nodes that cannot be upgraded stay as they are: inert, but not lost. */
export function upgradeNodes(flow: Flow, registry: DefinitionRegistry): Flow {
  const nodes = flow.nodes.map((node) => {
    const definition = Object.hasOwn(registry, node.kind) ? registry[node.kind]?.definition : undefined;
    if (definition === undefined || definition.version === node.version) return node;
    const upgraded = upgradeConfig(node, definition);
    const config = upgraded.ok ? z.record(z.string(), z.json()).safeParse(upgraded.config) : null;
    return config?.success === true ? { ...node, config: config.data, version: definition.version } : node;
  });
  return { ...flow, nodes };
}

function readDocument(document: unknown, bytesMax: number): Parsed<unknown> {
  const early = typeof document === "string" ? scanText(document, bytesMax) : null;
  if (early !== null) return refuse(early);
  const read = typeof document === "string" ? parseJson(document) : { value: document };
  if (read === null) return refuse(toProblem("unreadable", { flowId: MAIN_FLOW_ID }));
  const problem = scanValue(read.value, bytesMax);
  return problem === null ? { ok: true, value: read.value } : refuse(problem);
}

function parseJson(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    // Whatever stands in an uploaded file is its author's problem, told as one.
    return null;
  }
}

function upgradeDocument(
  document: unknown,
  { flowId, migrations = FLOW_MIGRATIONS }: Options & { readonly flowId: string },
): Parsed<unknown> {
  const schema = isRecord(document) ? document.schema : undefined;
  if (!isRecord(document) || typeof schema !== "number" || !Number.isInteger(schema) || schema < 1) {
    return refuse(toProblem("unknown_schema", { flowId }));
  }
  const newest = Math.max(FLOW_SCHEMA, migrations.length + 1);
  if (schema > newest) return refuse(toProblem("newer_schema", { flowId }, { schema, max: newest }));
  const tooMany = scanCounts(document, flowId);
  if (tooMany !== null) return refuse(tooMany);

  let upgraded = document;
  for (const { name, up } of migrations.slice(schema - 1)) {
    try {
      upgraded = up(upgraded);
    } catch {
      // A migration reads documents that nobody has checked; its failure says that this one is damaged.
      return refuse(toProblem("failed_document_migration", { flowId }, { name }));
    }
  }
  return { ok: true, value: upgraded };
}

function parseWith<Schema extends z.ZodType>(schema: Schema, value: unknown): Parsed<z.output<Schema>> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const problems = listIssues(schema, value).map(({ path, reason }) => {
    const field = path.map(String).join(".");
    return toProblem("invalid_document", { flowId: MAIN_FLOW_ID, path: field }, { path: field, reason });
  });
  return { ok: false, problems };
}

function refuse(problem: Problem): { readonly ok: false; readonly problems: readonly Problem[] } {
  return { ok: false, problems: [problem] };
}
