import { expect, test } from "vitest";
import { addNode } from "#flows/editing/edits/add-node.ts";
import { drawBundle } from "#flows/kernel/draw-flow.ts";
import { bundleSchema } from "#flows/kernel/flow.ts";
import { LOCALES } from "#flows/kernel/text.ts";
import { definitionRegistry } from "#flows/nodes/index.ts";
import { toFreshSize } from "./fresh-size.ts";
import { createReactFlowBridge } from "./to-react-flow.ts";

const empty = bundleSchema.parse(drawBundle({ nodes: { start: { kind: "start" } } }));

// A flow has one start, and it has it already.
const kinds = Object.keys(definitionRegistry).filter((kind) => kind !== "start");

test.each(kinds)("room is kept for a new %s as high as its card is drawn", (kind) => {
  const bundle = addNode(empty, "main", { id: "new", kind, position: { x: 400, y: 0 } });
  for (const locale of LOCALES) {
    const drawn = createReactFlowBridge()(bundle, "main", locale).nodes.find(({ id }) => id === "new");
    const { width, height } = toFreshSize(kind, locale);
    expect({ width, height }).toEqual({ width: drawn?.width, height: drawn?.height });
  }
});
