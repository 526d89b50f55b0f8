import { type Bundle, bundleSchema, type FlowInput } from "../../kernel/flow.ts";
import type { Locale } from "../../kernel/text.ts";
import { definitions, type NodeKind } from "../../nodes/index.ts";
import { toPosition } from "../../packs/kit/step.ts";
import type { DraftNode, ForeignDraft, ReportLine } from "./foreign-draft.ts";

export type ForeignImport = {
  readonly from: "dify" | "typebot" | "fastgpt";
  readonly name: string;
  readonly bundle: Bundle;
  readonly report: readonly ReportLine[];
};

type Finish = {
  readonly from: ForeignImport["from"];
  readonly name: string;
  readonly locale: Locale;
  readonly startId: string;
  /** Where exits go that led nowhere: the node that listens again, or the one that ends. */
  readonly tailId: string;
};

/** Closes every exit, sets the nodes out from left to right, and makes a document of ours. Throws when that would not be one. */
export function finishDraft(draft: ForeignDraft, finish: Finish): ForeignImport {
  const nodes = [...draft.nodes.values()];
  for (const [key, { from, to }] of draft.wires) {
    if (!draft.nodes.has(from) || !draft.nodes.has(to)) draft.wires.delete(key);
  }
  for (const node of nodes) {
    for (const port of listNeededPorts(node)) draft.wireIds(node.id, port, finish.tailId);
  }
  const wires = [...draft.wires.values()];
  const places = layOut(nodes, wires, finish.startId);
  const flow: FlowInput = {
    schema: 1,
    nodes: nodes.map(({ id, kind, title, config, note }) => ({
      id,
      kind,
      version: definitions[kind].version,
      title,
      position: places.get(id) ?? { x: 0, y: 0 },
      config,
      ...(note === undefined ? {} : { note }),
    })),
    edges: wires.map((wire, index) => ({ id: `e${index + 1}`, ...wire })),
    variables: [...draft.variables.values()].map(({ name, value }) => ({
      name,
      type: toType(value),
      default: value,
    })),
    groups: draft.groups.map(({ title, nodes: members }, index) => ({
      id: `group-${index + 1}`,
      title: title.slice(0, 200),
      nodes: members.filter((id) => draft.nodes.has(id)),
    })),
    settings: { language: finish.locale },
  };
  return { from: finish.from, name: finish.name, bundle: bundleSchema.parse({ flow }), report: draft.report };
}

function listNeededPorts({ kind, config }: DraftNode): readonly string[] {
  const {
    config: schema,
    ports,
  }: {
    config: (typeof definitions)[NodeKind]["config"];
    ports(config: never): readonly { readonly id: string }[];
  } = definitions[kind];
  const parsed = schema.safeParse(config);
  // as: each kind's ports take what its own schema gave; the union of kinds hides that.
  return parsed.success ? ports(parsed.data as never).map(({ id }) => id) : [];
}

function toType(value: string | number | boolean | null) {
  if (typeof value === "number") return "number";
  return typeof value === "boolean" ? "boolean" : "text";
}

type Wire = { readonly from: string; readonly to: string };

/** Columns by the number of steps from the start, rows in the order of arrival; what no wire reaches stands below. */
function layOut(nodes: readonly DraftNode[], wires: readonly Wire[], startId: string) {
  const columns = new Map<string, number>([[startId, 0]]);
  const waiting = [startId];
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    const column = columns.get(id) ?? 0;
    for (const { to } of wires.filter(({ from }) => from === id)) {
      if (columns.has(to)) continue;
      columns.set(to, column + 1);
      waiting.push(to);
    }
  }
  const rows = new Map<number, number>();
  const lowest = () => Math.max(0, ...rows.values());
  const takeRow = (column: number, from: number): number => {
    const row = Math.max(rows.get(column) ?? 0, from);
    rows.set(column, row + 1);
    return row;
  };
  const reached = [...columns].map(([id, column]) => [id, toPosition([column, takeRow(column, 0)])] as const);
  const floor = lowest();
  const others = nodes
    .filter(({ id }) => !columns.has(id))
    .map(({ id }, index) => [id, toPosition([index % 6, floor + 1 + Math.floor(index / 6)])] as const);
  return new Map([...reached, ...others]);
}
