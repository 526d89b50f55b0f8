import { createNode } from "#flows/editing/edits/add-node.ts";
import type { Box } from "#flows/editing/edits/move-nodes.ts";
import type { Locale } from "#flows/kernel/text.ts";
import { CARD_WIDTH, HEADER_HEIGHT, toGeometry } from "./card-geometry.ts";
import { toCard } from "./to-card.ts";

/** A fresh node names nothing of the document yet. */
const NO_NAMES = { faqSet: () => null, node: () => null, flow: () => null };

/** The size of the card that a new node of this kind gets: a guess would let a tall one lie on what stands below. */
export function toFreshSize(kind: string, locale: Locale): Pick<Box, "width" | "height"> {
  const node = createNode({ id: "fresh", kind, position: { x: 0, y: 0 } });
  if (node === null) return { width: CARD_WIDTH, height: HEADER_HEIGHT };
  return toGeometry(toCard(node, { locale, names: NO_NAMES, wired: [] }));
}
