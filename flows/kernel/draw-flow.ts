import type { BundleInput, FlowInput } from "./flow.ts";
import type { JsonObject } from "./json.ts";

type DrawnNode = {
  readonly kind: string;
  readonly config?: JsonObject;
} & Partial<
  Pick<FlowInput["nodes"][number], "onError" | "retry" | "timeoutMs" | "disabled" | "title" | "version">
>;

export type Drawing = {
  /** By node id. */
  readonly nodes: { readonly [nodeId: string]: DrawnNode };
  /** `"ask.answered -> thanks"`. */
  readonly wires?: readonly string[];
  readonly variables?: FlowInput["variables"];
  readonly settings?: FlowInput["settings"];
};

/** A flow as one would sketch it: nodes by name, wires as arrows, positions in a row. For tests and packs. */
export function drawFlow({ nodes, wires = [], variables, settings }: Drawing): FlowInput {
  return {
    schema: 1,
    nodes: Object.entries(nodes).map(([id, node], index) => ({
      id,
      version: 1,
      position: { x: index * 280, y: 0 },
      ...node,
      config: { ...node.config },
    })),
    edges: wires.map((wire, index) => ({ id: `e${index + 1}`, ...parseWire(wire) })),
    ...(variables === undefined ? {} : { variables }),
    ...(settings === undefined ? {} : { settings }),
  };
}

/** The same, with the flows that it calls and its FAQ sets. */
export function drawBundle(drawing: Drawing, rest: Omit<BundleInput, "flow"> = {}): BundleInput {
  return { flow: drawFlow(drawing), ...rest };
}

function parseWire(wire: string): { from: string; port: string; to: string } {
  const [, from, port, to] = /^\s*([^.\s]+)\.(\S+)\s*->\s*(\S+)\s*$/.exec(wire) ?? [];
  if (from === undefined || port === undefined || to === undefined) {
    throw new Error(`a wire reads "node.port -> node", not "${wire}"`);
  }
  return { from, port, to };
}
