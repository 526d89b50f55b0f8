import type { Point } from "#flows/editing/edits/move-nodes.ts";
import type { ActionContext } from "./action-context.ts";
import { type Live, useLivePlaces } from "./live-places.ts";

const GLIDE_MS = 180;

/** Lets nodes glide to their new places; at once where the reader asked for no motion. The document has the new places already. */
export function glide(context: ActionContext, places: ReadonlyMap<string, Point>): void {
  if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const ways = [...places].flatMap(([id, to]) => {
    const from = context.boxOf(id);
    return from === null ? [] : [{ id, from, to }];
  });
  const { set, clear } = useLivePlaces.getState();
  const startedAt = performance.now();
  const draw = (at: number): void => {
    const share = Math.min(1, Math.max(0, (at - startedAt) / GLIDE_MS));
    const eased = 1 - (1 - share) ** 3;
    if (share === 1) {
      clear();
      return;
    }
    set(
      new Map(
        ways.map(({ id, from, to }): [string, Live] => [
          id,
          { position: { x: from.x + (to.x - from.x) * eased, y: from.y + (to.y - from.y) * eased } },
        ]),
      ),
    );
    requestAnimationFrame(draw);
  };
  draw(startedAt);
}
