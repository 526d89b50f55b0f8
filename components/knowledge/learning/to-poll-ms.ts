const FIRST_MS = 700;
const LATE_MS = 5_000;
/** Somebody else, or the night, may have looked. */
const IDLE_MS = 30_000;
/** What has taken ten seconds is not over within the next one. */
const SHARE_OF_AGE = 0.1;

/** How long until the state of a look is asked for again: often at first, seldom of one that takes long. */
export const toPollMs = (running: { readonly ageMs: number } | null): number =>
  running === null ? IDLE_MS : Math.min(LATE_MS, Math.max(FIRST_MS, running.ageMs * SHARE_OF_AGE));
