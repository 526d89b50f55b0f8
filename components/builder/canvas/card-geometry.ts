import { estimateWidth } from "./card-text.ts";
import type { Card, CardLine } from "./to-card.ts";

/*
 * A card's size and the places of its ports follow from its content alone, so that wires, frames, layout and minimap are right
 * for nodes that were never drawn. `node-card.tsx` draws with these very numbers.
 */
export const CARD_WIDTH = 248;
export const HEADER_HEIGHT = 40;
export const LINE_HEIGHT = 18;
export const PORT_HEIGHT = 26;
export const BODY_PADDING = 10;
export const PORTS_PADDING = 6;
/** Text width inside the card's padding. */
const TEXT_WIDTH = CARD_WIDTH - 2 * 12 - 4;

export type CardGeometry = {
  readonly width: number;
  readonly height: number;
  readonly entryY: number;
  /** Middle of each port, from the card's top. */
  readonly portY: ReadonlyMap<string, number>;
  /** The only way out is drawn in the header, level with the entry; a list of one would say nothing. */
  readonly hasPortRows: boolean;
};

export function toGeometry(card: Card): CardGeometry {
  const bodyHeight = toBodyHeight(card.lines);
  const hasPortRows = card.ports.length > 1 || card.ports.some(({ look }) => look !== "plain");
  const rowsTop = HEADER_HEIGHT + bodyHeight + PORTS_PADDING;
  const portY = new Map(
    card.ports.map(({ id }, i) => [id, hasPortRows ? rowsTop + (i + 0.5) * PORT_HEIGHT : HEADER_HEIGHT / 2]),
  );
  const rowsHeight = hasPortRows ? card.ports.length * PORT_HEIGHT + 2 * PORTS_PADDING : 0;
  return {
    width: CARD_WIDTH,
    height: HEADER_HEIGHT + bodyHeight + rowsHeight,
    entryY: HEADER_HEIGHT / 2,
    portY,
    hasPortRows,
  };
}

function toBodyHeight(lines: readonly CardLine[]): number {
  const count = lines.reduce((sum, line, i) => sum + toRows(line, i), 0);
  return count === 0 ? 0 : count * LINE_HEIGHT + BODY_PADDING;
}

/** The first text of a card may take two rows, the others one. */
export function toRows({ text, look }: CardLine, index: number): 1 | 2 {
  return index === 0 && look === "text" && estimateWidth(text) > TEXT_WIDTH ? 2 : 1;
}
