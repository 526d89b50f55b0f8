import { createProgressBoard } from "../../../live/progress-board.ts";

/** `share` from 0 to 1, of the learning; it takes nearly all of the time. */
export type ReleaseProgress = { readonly share: number; readonly byName: string };

/** What open pages hear of a release of their base: how far it is, again and again, and that it has ended, whatever came of it. */
export type ReleaseNews =
  | { readonly type: "base-releasing"; readonly progress: ReleaseProgress }
  | { readonly type: "base-release-ended" };

/** Releases that this process is making, by base. */
export const releaseBoard = createProgressBoard<ReleaseProgress>();

/** Often enough for a bar that moves. One that is over sooner shows no bar. */
const BEAT_MS = 250;

type Telling = {
  readonly baseId: string;
  readonly byName: string;
  /** Reaches the open pages of all processes. */
  announce(news: ReleaseNews): void;
};

/** Null while this process is releasing the base already. */
export function startTelling({ baseId, byName, announce }: Telling) {
  const hand = releaseBoard.start(baseId, { share: 0, byName });
  if (hand === null) return null;
  const beat = setInterval(() => {
    const progress = releaseBoard.find(baseId);
    if (progress !== null) announce({ type: "base-releasing", progress });
  }, BEAT_MS);
  return {
    set: (share: number): void => hand.set({ share, byName }),
    end: (): void => {
      clearInterval(beat);
      hand.end();
      announce({ type: "base-release-ended" });
    },
  };
}
