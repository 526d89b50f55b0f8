import { createProgressBoard } from "../../../live/progress-board.ts";

/** From 0 to 1, of the learning; it takes nearly all of the time. */
type ReleaseProgress = { readonly share: number };

/** Releases that this process is making, by base. A page that asks another process is told nothing, and only waits. */
export const releaseBoard = createProgressBoard<ReleaseProgress>();
