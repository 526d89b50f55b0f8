import type { Bundle } from "../../kernel/flow.ts";
import { type Box, moveNodes, type Point } from "./move-nodes.ts";

export type Side = "left" | "center" | "right" | "top" | "middle" | "bottom";

/** Sizes are not in the document, so the boxes come from the canvas. One box alone stays where it is. */
export function alignNodes(
  bundle: Bundle,
  flowId: string,
  { boxes, side }: { readonly boxes: ReadonlyMap<string, Box>; readonly side: Side },
): Bundle {
  if (boxes.size < 2) return bundle;
  const all = [...boxes.values()];
  const left = Math.min(...all.map(({ x }) => x));
  const right = Math.max(...all.map(({ x, width }) => x + width));
  const top = Math.min(...all.map(({ y }) => y));
  const bottom = Math.max(...all.map(({ y, height }) => y + height));
  const place: { readonly [S in Side]: (box: Box) => Point } = {
    left: ({ y }) => ({ x: left, y }),
    center: ({ y, width }) => ({ x: (left + right - width) / 2, y }),
    right: ({ y, width }) => ({ x: right - width, y }),
    top: ({ x }) => ({ x, y: top }),
    middle: ({ x, height }) => ({ x, y: (top + bottom - height) / 2 }),
    bottom: ({ x, height }) => ({ x, y: bottom - height }),
  };
  return moveNodes(bundle, flowId, {
    nodes: new Map([...boxes].map(([id, box]) => [id, place[side](box)])),
  });
}

/** Equal gaps between the outermost two, which stay. */
export function distributeNodes(
  bundle: Bundle,
  flowId: string,
  { boxes, axis }: { readonly boxes: ReadonlyMap<string, Box>; readonly axis: "x" | "y" },
): Bundle {
  const size = axis === "x" ? "width" : "height";
  const sorted = [...boxes].sort(([, a], [, b]) => a[axis] - b[axis]);
  const [first] = sorted;
  const last = sorted.at(-1);
  if (sorted.length < 3 || first === undefined || last === undefined) return bundle;
  const span = last[1][axis] + last[1][size] - first[1][axis];
  const filled = sorted.reduce((sum, [, box]) => sum + box[size], 0);
  const gap = (span - filled) / (sorted.length - 1);
  const places = new Map<string, Point>();
  let at = first[1][axis];
  for (const [id, box] of sorted) {
    places.set(id, { x: box.x, y: box.y, [axis]: at });
    at += box[size] + gap;
  }
  return moveNodes(bundle, flowId, { nodes: places });
}
