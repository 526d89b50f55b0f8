import type { EntryContent } from "./entry-content.ts";

/** Only answers for the same readers can contradict each other. */
export function areContrary(mine: EntryContent["answers"], theirs: EntryContent["answers"]): boolean {
  return mine.some((answer) =>
    theirs.some(
      (other) =>
        other.locale === answer.locale && other.channel === answer.channel && other.text !== answer.text,
    ),
  );
}
