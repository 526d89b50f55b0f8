import { describe, expect, it } from "vitest";
import { updateNode } from "#flows/editing/locate.ts";
import { bundleSchema } from "#flows/kernel/flow.ts";
import { dropDeadWires } from "./drop-dead-wires.ts";

const position = { x: 0, y: 0 };
const place = { flowId: "main", nodeId: "pick" };
const option = (id: string) => ({ id, label: id });
const before = bundleSchema.parse({
  flow: {
    schema: 1,
    nodes: [
      {
        id: "pick",
        kind: "choice",
        version: 1,
        position,
        config: { question: "?", options: [option("a"), option("b")] },
      },
      { id: "end", kind: "end", version: 1, position, config: {} },
    ],
    edges: [
      { id: "e1", from: "pick", port: "a", to: "end" },
      { id: "e2", from: "pick", port: "b", to: "end" },
    ],
  },
});
const withConfig = (config: { options: unknown[] }) =>
  updateNode(before, place, (node) => ({
    ...node,
    config: { question: "?", ...config } as typeof node.config,
  }));

describe("dropDeadWires", () => {
  it("cuts the wire of an option that was deleted, and no other", () => {
    const after = dropDeadWires(before, withConfig({ options: [option("b")] }), place);
    expect(after.flow.edges.map(({ id }) => id)).toEqual(["e2"]);
  });

  it("leaves wires alone while the config cannot be read", () => {
    const broken = withConfig({ options: [{ id: 7 }] });
    expect(dropDeadWires(before, broken, place)).toBe(broken);
  });

  it("leaves wires alone when options only move", () => {
    const moved = withConfig({ options: [option("b"), option("a")] });
    expect(dropDeadWires(before, moved, place)).toBe(moved);
  });
});
