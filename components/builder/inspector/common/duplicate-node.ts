import { copySelection, parseClip, pasteClip } from "#flows/editing/clipboard.ts";
import { findNode, type NodePlace } from "#flows/editing/locate.ts";
import type { Bundle } from "#flows/kernel/flow.ts";

const OFFSET_PX = 40;

type Duplicate = { readonly nodeId: string; change(bundle: Bundle): Bundle };

/** A copy of a node beside it, as the clipboard would paste it; null where none may be made (a second start). */
export function duplicateNode(bundle: Bundle, place: NodePlace): Duplicate | null {
  const node = findNode(bundle, place);
  const clip = parseClip(copySelection(bundle, place.flowId, { nodes: [place.nodeId] }));
  if (node === null || clip === null) return null;
  const at = { x: node.position.x + OFFSET_PX, y: node.position.y + OFFSET_PX };
  const pasted = pasteClip(bundle, clip, { flowId: place.flowId, at, newId });
  const [nodeId] = pasted.nodes;
  return nodeId === undefined ? null : { nodeId, change: () => pasted.bundle };
}

/** `randomUUID` is missing on plain http. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  return `n${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
