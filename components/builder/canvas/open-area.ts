export type Area = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** Room left free around everything when a flow is fitted in, as a share of what can be seen. */
const FIT_SHARE = 0.07;
/** Room between a node that was brought out from under a panel and the panel: enough to see its ports and grip a wire. */
const REVEAL_GAP_PX = 40;

/** The canvas on the screen, and the part of it that no panel lies over; null before it is drawn. */
export function readAreas(): { readonly canvas: Area; readonly open: Area } | null {
  const canvas = document.querySelector("[data-canvas]")?.getBoundingClientRect();
  if (canvas === undefined) return null;
  const panels = [...document.querySelectorAll("[data-panel]")].map((panel) => panel.getBoundingClientRect());
  return { canvas, open: cutCovered(canvas, panels) };
}

/** Panels lie at the right; one as wide as the canvas is a phone's sheet and lies below. */
export function cutCovered(canvas: Area, panels: readonly Area[]): Area {
  let { left, top, right, bottom } = canvas;
  for (const panel of panels) {
    const isApart =
      panel.right <= canvas.left ||
      panel.left >= canvas.right ||
      panel.bottom <= canvas.top ||
      panel.top >= canvas.bottom;
    if (isApart) continue;
    if (panel.left <= canvas.left && panel.right >= canvas.right) bottom = Math.min(bottom, panel.top);
    else right = Math.min(right, panel.left);
  }
  return { left, top, right: Math.max(left, right), bottom: Math.max(top, bottom) };
}

/** How far the drawing must move so that a box is no longer under a panel. Zero where it is not: nothing else is a reason to move. */
export function toRevealShift(
  box: Area,
  { canvas, open }: { readonly canvas: Area; readonly open: Area },
): { readonly x: number; readonly y: number } {
  const isBeside = open.right < canvas.right;
  const isBelow = open.bottom < canvas.bottom;
  return {
    x: isBeside ? shiftBack(box.left - open.left, box.right - open.left, open.right - open.left) : 0,
    y: isBelow ? shiftBack(box.top - open.top, box.bottom - open.top, open.bottom - open.top) : 0,
  };
}

/** What is longer than the room shows its beginning. */
function shiftBack(from: number, to: number, room: number): number {
  const over = to - (room - REVEAL_GAP_PX);
  if (over <= 0) return 0;
  return -Math.max(0, Math.min(over, from - Math.min(REVEAL_GAP_PX, room / 4)));
}

/** Padding with which a fitted flow lies in the open part, in the words of React Flow. */
export function toFitPadding({ canvas, open }: { readonly canvas: Area; readonly open: Area }) {
  const x = (open.right - open.left) * FIT_SHARE;
  const y = (open.bottom - open.top) * FIT_SHARE;
  return {
    left: toPx(x),
    top: toPx(y),
    right: toPx(x + canvas.right - open.right),
    bottom: toPx(y + canvas.bottom - open.bottom),
  };
}

const toPx = (length: number): `${number}px` => `${Math.round(length)}px`;
