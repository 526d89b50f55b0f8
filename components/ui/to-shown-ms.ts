import type { Toast } from "./toast-store.ts";

/** Long enough to notice and read, short enough not to be in the way. */
const QUIET_MS = 4_000;
/** What asks for a decision stays until it can be taken. */
const ANSWERABLE_MS = 6_000;
/** A slow reader of English needs about this for a letter; Chinese has fewer letters and is read well within it. */
const READ_MS_PER_LETTER = 60;

/** Whether the news has something to click: a way back, or a failure to put away. */
export const isAnswerable = ({ tone, action }: Pick<Toast, "tone" | "action">): boolean =>
  tone === "danger" || action !== null;

/** For how long news stays, by what it says and what it asks. */
export function toShownMs({ tone, text, action }: Omit<Toast, "id">): number {
  return Math.max(
    isAnswerable({ tone, action }) ? ANSWERABLE_MS : QUIET_MS,
    text.length * READ_MS_PER_LETTER,
  );
}
