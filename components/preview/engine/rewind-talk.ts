import type { PreviewTalk } from "./preview-talk.ts";

/** It stands in the middle of a call that nobody will answer any more. */
export function isCutOff({ session }: PreviewTalk): boolean {
  return session?.awaiting.type === "call" && !session.awaiting.queued;
}

/**
 * The talk as it stood when a turn was done, at the time of that turn: what came later is forgotten. Null for a turn that is
 * too long ago, or not over yet.
 */
export function rewindTalk(talk: PreviewTalk, turn: number, now: number): PreviewTalk | null {
  const mark = talk.marks.find((candidate) => candidate.turn === turn);
  if (mark === undefined) return null;
  const { turn: _, at, ...state } = mark;
  return {
    ...talk,
    ...state,
    entries: talk.entries.filter((entry) => entry.turn <= turn),
    turns: talk.turns.filter(({ number }) => number <= turn),
    marks: talk.marks.filter((earlier) => earlier.turn < turn),
    heldBack: [],
    clockOffsetMs: at - now,
  };
}
