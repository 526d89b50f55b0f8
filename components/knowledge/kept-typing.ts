import { z } from "zod";

/** What somebody typed into a document, a passage or a case and did not save; it is there again after a reload. */
type Place = {
  readonly userId: string;
  readonly kind: "passage" | "settings" | "case";
  /** Of the passage, the document or the case. */
  readonly id: string;
};
type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const toKey = ({ userId, kind, id }: Place): string => `jieda.typing.${userId}.${kind}.${id}`;

export const keptPassageSchema = z.object({
  text: z.string(),
  /** The state that it was typed upon, or that was read since: saving it over a newer one is refused. */
  knownAt: z.string(),
});

/** Null when there is none, or an older version of the page wrote it differently. Storage may be shut: the page then only forgets. */
export function readKept<Kept>(
  place: Place,
  schema: z.ZodType<Kept>,
  store: Store = localStorage,
): Kept | null {
  try {
    return schema.safeParse(JSON.parse(store.getItem(toKey(place)) ?? "null")).data ?? null;
  } catch {
    return null;
  }
}

export function keepTyping(place: Place, kept: object | null, store: Store = localStorage): void {
  try {
    if (kept === null) store.removeItem(toKey(place));
    else store.setItem(toKey(place), JSON.stringify(kept));
  } catch {
    return;
  }
}
