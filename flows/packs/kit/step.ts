import type { z } from "zod";
import type { FlowInput } from "../../kernel/flow.ts";
import { type Locale, pickText, type Text } from "../../kernel/text.ts";
import type { definitions, NodeKind } from "../../nodes/index.ts";

type ConfigInput<Kind extends NodeKind> = z.input<(typeof definitions)[Kind]["config"]>;

/** One node with all its wires: the port, and the step to which it leads. */
export type Step = {
  [Kind in NodeKind]: {
    readonly id: string;
    readonly kind: Kind;
    readonly title: Text;
    /** Column and row of the grid on the canvas. */
    readonly at: readonly [column: number, row: number];
    readonly config: ConfigInput<Kind>;
    readonly exits?: { readonly [port: string]: string };
  };
}[NodeKind];

/** Room for a node with eight ports, and for the wires between two columns. */
const COLUMN_PX = 360;
const ROW_PX = 240;

type Graph = Required<Pick<FlowInput, "nodes" | "edges">>;

/** Sets the steps on the grid, left to right, titled in the language of those who edit them, and draws their wires. */
export function toGraph(steps: readonly Step[], locale: Locale): Graph {
  return {
    nodes: steps.map(({ id, kind, title, at, config }) => ({
      id,
      kind,
      version: 1,
      title: pickText(title, locale, locale),
      position: toPosition(at),
      // A config is JSON by its kind's schema; what is optional is absent here, never undefined.
      config: config as Graph["nodes"][number]["config"],
    })),
    edges: steps.flatMap(({ id, exits = {} }) =>
      Object.entries(exits).map(([port, to]) => ({ id: `${id}--${port}`, from: id, port, to })),
    ),
  };
}

export function toPosition([column, row]: Step["at"]): { readonly x: number; readonly y: number } {
  return { x: column * COLUMN_PX, y: row * ROW_PX };
}

/** A message of one text, with other ways to say it. */
export function say(text: Text, ...variants: readonly Text[]) {
  return { blocks: [{ type: "text" as const, text, variants: [...variants] }] };
}

/** Options of a choice, keyed by the port that each takes. */
export function toOptions(labels: { readonly [id: string]: Text }) {
  return Object.entries(labels).map(([id, label]) => ({ id, label }));
}

/** A branch that holds when the expression does. */
export function branch(id: string, label: Text, source: string) {
  return { id, label, when: { type: "expression" as const, source } };
}

/** A variable that gets the value of an expression. */
export function assign(variable: string, source: string) {
  return { variable, op: "set" as const, value: { type: "expression" as const, source } };
}
