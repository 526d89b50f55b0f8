import type { Locale } from "../kernel/text.ts";

/** Classes of data that customers may be told; core data never is. */
export const TOLD_CLASSES = ["general", "important"] as const;

export type ToldClass = (typeof TOLD_CLASSES)[number];

/**
 * Which documents a search looks in, by what is known of them. Cases belong to no document: none of this leaves them out, and a search
 * without them names its layers.
 */
export type PassageFilter = {
  /** Documents in this language, and those whose language is not known. */
  readonly language?: Locale | undefined;
  readonly dataClasses?: readonly ToldClass[] | undefined;
  /** Documents whose name or address has any of these words in it; all when empty. */
  readonly sources?: readonly string[] | undefined;
};
