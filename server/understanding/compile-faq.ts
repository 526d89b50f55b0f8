import { type ClassModel, compileClasses, type Manner } from "./compile-classes.ts";
import type { ClassSource } from "./row-table.ts";

export type FaqEntry = {
  readonly id: string;
  readonly question: string;
  readonly similar: readonly string[];
  readonly negatives?: readonly string[];
};

/** Plain JSON, stored with a flow version. */
export type FaqModel = {
  readonly kind: "faq";
  readonly core: ClassModel;
};

export type FaqSources = {
  readonly entries: readonly FaqEntry[];
  readonly synonyms?: readonly (readonly string[])[];
  /** Told how far the learning is, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
};

/** Training more entries than this takes too long at publish; nearness to phrasings then ranks nearly as well. */
export const ENTRIES_SEPARATED_MAX = 400;
export const OF_ENTRIES: Manner = { hasCodes: true, separatedClassesMax: ENTRIES_SEPARATED_MAX };

/** Learns Q&A entries from their phrasings. Deterministic, without I/O; some seconds for thousands of phrasings. */
export function compileFaq({ entries, synonyms = [], onProgress }: FaqSources): FaqModel {
  return {
    kind: "faq",
    core: compileClasses({
      ...{ classes: toFaqClasses(entries), synonyms, manner: OF_ENTRIES },
      ...(onProgress === undefined ? {} : { onProgress }),
    }),
  };
}

export function toFaqClasses(entries: readonly FaqEntry[]): readonly ClassSource[] {
  return entries.map(({ id, question, similar, negatives = [] }) => ({
    id,
    examples: [question, ...similar],
    hints: [],
    negatives,
  }));
}
