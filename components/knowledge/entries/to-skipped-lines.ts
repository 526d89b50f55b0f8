import type { Skipped } from "./use-entry-changes.ts";

type Reason = Skipped[number]["reason"];
type Named = { readonly entryId: string; readonly name: string };

type SkippedLine = {
  readonly reason: Reason;
  readonly count: number;
  readonly shown: readonly Named[];
};

/** Entries that a line names; the rest are counted. */
const SHOWN_MAX = 5;

/** One line a reason, with the entries by name: among thousands nobody finds the one that was left. */
export const toSkippedLines = (
  skipped: Skipped,
  nameOf: (entryId: string) => string | null,
): readonly SkippedLine[] =>
  [...Map.groupBy(skipped, ({ reason }) => reason)].map(([reason, those]) => ({
    reason,
    count: those.length,
    shown: those
      .flatMap(({ entryId }) => {
        const name = nameOf(entryId);
        return name === null ? [] : [{ entryId, name }];
      })
      .slice(0, SHOWN_MAX),
  }));
