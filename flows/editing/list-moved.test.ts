import { expect, test } from "vitest";
import { drawBundle } from "../kernel/draw-flow.ts";
import { bundleSchema } from "../kernel/flow.ts";
import { setNodeField } from "./edits/set-config.ts";
import { extractSubflow } from "./extract/extract-subflow.ts";
import { listMovedNodes } from "./list-moved.ts";

const ask = (question: string) => ({ kind: "ask", config: { question } });
const drawn = bundleSchema.parse(
  drawBundle({
    nodes: { start: { kind: "start" }, a: ask("A？"), b: ask("B？"), end: { kind: "end" } },
    wires: ["start.next -> a", "a.answered -> b", "a.invalid -> b", "b.answered -> end", "b.invalid -> end"],
  }),
);
let ids = 0;
const extracted = extractSubflow(drawn, "main", {
  ...{ nodes: ["a", "b"], subflowId: "asking", title: "问" },
  newId: () => `new-${ids++}`,
});
if (extracted.isRefused) throw new Error("the nodes can be a sub-flow");

test("nodes of which a sub-flow was made have moved into it, and back when that is undone", () => {
  expect(listMovedNodes(drawn, extracted.bundle)).toEqual([
    { nodeId: "a", from: "main", to: "asking" },
    { nodeId: "b", from: "main", to: "asking" },
  ]);
  expect(listMovedNodes(extracted.bundle, drawn)).toEqual([
    { nodeId: "a", from: "asking", to: "main" },
    { nodeId: "b", from: "asking", to: "main" },
  ]);
});

test("a node that was edited, removed or copied has not moved", () => {
  const edited = setNodeField(drawn, { flowId: "main", nodeId: "a" }, { title: "A" });
  expect(listMovedNodes(drawn, edited)).toEqual([]);
  const removed = { ...drawn, flow: { ...drawn.flow, nodes: drawn.flow.nodes.slice(0, 1) } };
  expect(listMovedNodes(drawn, removed)).toEqual([]);
  const copied = { ...removed, subflows: { one: drawn.flow, two: drawn.flow } };
  expect(listMovedNodes(drawn, copied)).toEqual([]);
});
