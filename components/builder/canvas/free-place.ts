import type { Box, Point } from "#flows/editing/edits/move-nodes.ts";

const GAP = 24;
const TRIES_MAX = 200;

/** The first place at or below the wanted one where nothing lies already. */
export function findFreePlace(
  wanted: Point,
  size: Pick<Box, "width" | "height">,
  taken: readonly Box[],
): Point {
  let place = wanted;
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const box = { ...place, ...size };
    const hit = taken.find((other) => isOverlapping(box, other));
    if (hit === undefined) return place;
    place = { x: place.x, y: hit.y + hit.height + GAP };
  }
  return place;
}

function isOverlapping(a: Box, b: Box): boolean {
  return (
    a.x < b.x + b.width + GAP / 2 &&
    b.x < a.x + a.width + GAP / 2 &&
    a.y < b.y + b.height + GAP / 2 &&
    b.y < a.y + a.height + GAP / 2
  );
}
