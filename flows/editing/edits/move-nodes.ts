import type { Bundle } from "../../kernel/flow.ts";
import { mapShared, updateFlow } from "../locate.ts";

export type Point = { readonly x: number; readonly y: number };
export type Box = Point & { readonly width: number; readonly height: number };

/** New places of nodes and notes, by id; whole pixels, so that no drag leaves noise in the document. */
export function moveNodes(
  bundle: Bundle,
  flowId: string,
  places: { readonly nodes?: ReadonlyMap<string, Point>; readonly notes?: ReadonlyMap<string, Point> },
): Bundle {
  return updateFlow(bundle, flowId, (flow) => {
    const nodes = mapShared(flow.nodes, (node) => moveTo(node, places.nodes?.get(node.id)));
    const notes = mapShared(flow.notes, (note) => moveTo(note, places.notes?.get(note.id)));
    return nodes === flow.nodes && notes === flow.notes ? flow : { ...flow, nodes, notes };
  });
}

function moveTo<Item extends { readonly position: Point }>(item: Item, place: Point | undefined): Item {
  if (place === undefined) return item;
  const position = { x: Math.round(place.x), y: Math.round(place.y) };
  return position.x === item.position.x && position.y === item.position.y ? item : { ...item, position };
}
