import { createProgressBoard } from "../live/progress-board.ts";
import type { LearningProgress } from "../runtime/compile-models.ts";

/** `checking` until the learning begins, `releasing` once it is done. */
export type PublishProgress = {
  /** Who publishes. */
  readonly by: { readonly id: string; readonly name: string };
  readonly step:
    | { readonly type: "checking" | "releasing" }
    /** Until so many others have been learned. */
    | { readonly type: "waiting"; readonly ahead: number }
    | ({ readonly type: "learning" } & LearningProgress);
};

/** What open pages hear of a publication: how far it is, again and again, and that it has ended. */
export type PublishNews =
  | { readonly type: "publishing"; readonly progress: PublishProgress }
  | ({ readonly type: "publish-ended" } & PublishEnd);

/** `number` is that of the version that came of it, null if none did; then `reason` may say why, as an `AppError` does. */
export type PublishEnd = { readonly number: number | null; readonly reason: string | null };

/** Publications that this process is at, by bot. */
export const publishBoard = createProgressBoard<PublishProgress>();

/** Often enough for a bar that moves, and a sign of life: pages that hear nothing for long take the publication for dead. */
const BEAT_MS = 250;

type Publishing = {
  readonly botId: string;
  readonly by: PublishProgress["by"];
  /** Reaches the open pages of all processes. */
  announce(news: PublishNews): void;
};

/**
 * Tells how far a publication is, from the first step on: before it, nobody has looked whether the bot is the publisher's to publish,
 * and a stranger must neither hold its place on the board nor be named to its pages. One that is over within a beat is told of to
 * nobody, so that nothing flickers. A second one of the same bot at the same time is not told of.
 */
export function createPublishProgress(publishing: Publishing) {
  let telling: Telling | null = null;
  return {
    set: (step: PublishProgress["step"]): void => {
      telling ??= startTelling(publishing, step);
      telling.set(step);
    },
    end: (end: PublishEnd): void => telling?.end(end),
  };
}

type Telling = {
  set(step: PublishProgress["step"]): void;
  end(end: PublishEnd): void;
};

function startTelling({ botId, by, announce }: Publishing, first: PublishProgress["step"]): Telling {
  const hand = publishBoard.start(botId, { by, step: first });
  if (hand === null) return { set: () => {}, end: () => {} };
  let isAnnounced = false;
  const beat = setInterval(() => {
    const progress = publishBoard.find(botId);
    if (progress === null) return;
    isAnnounced = true;
    announce({ type: "publishing", progress });
  }, BEAT_MS);
  return {
    set: (step) => hand.set({ by, step }),
    end: (end) => {
      clearInterval(beat);
      hand.end();
      if (isAnnounced) announce({ type: "publish-ended", ...end });
    },
  };
}
