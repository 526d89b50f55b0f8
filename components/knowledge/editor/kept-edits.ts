import { z } from "zod";
import type { EntryContent, EntryDraft } from "./entry-draft.ts";

/** What somebody typed and did not save, with what they began from: saving it later merges as saving it then. */
export type KeptEdits = {
  readonly draft: EntryDraft;
  readonly start: EntryContent;
  /** Null for an entry that was never saved. */
  readonly rev: number | null;
  /** What an entry that was never saved will be called: saved from two tabs, it is one entry. */
  readonly newId?: string;
  readonly at: number;
};

type Place = { readonly userId: string; readonly baseId: string; readonly entryId: string | null };
type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const PREFIX = "jieda.entry";
/** Only what an older version of the page could have written differently. */
const keptSchema = z.object({
  draft: z.object({
    similar: z.string(),
    negatives: z.string(),
    tags: z.string(),
    answers: z.array(z.unknown()),
  }),
  start: z.object({ similar: z.array(z.string()) }),
  rev: z.number().nullable(),
  newId: z.string().optional(),
  at: z.number(),
});

const toKey = ({ userId, baseId, entryId }: Place): string =>
  [PREFIX, userId, entryId ?? `new.${baseId}`].join(".");

// Storage may be shut or full: the page then only forgets.
export function readKept(place: Place, store: Store = localStorage): KeptEdits | null {
  try {
    const kept: unknown = JSON.parse(store.getItem(toKey(place)) ?? "null");
    // as: written by `keepEdits` alone, and the schema has refused what older pages wrote.
    return keptSchema.safeParse(kept).success ? (kept as KeptEdits) : null;
  } catch {
    return null;
  }
}

export function keepEdits(place: Place, edits: KeptEdits | null, store: Store = localStorage): void {
  try {
    if (edits === null) store.removeItem(toKey(place));
    else store.setItem(toKey(place), JSON.stringify(edits));
  } catch {
    return;
  }
}
