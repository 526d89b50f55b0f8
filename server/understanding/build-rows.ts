import type { RankedRow } from "./create-ranker.ts";
import { extractFeatures, type TextFeatures } from "./extract-features.ts";
import { normalizeText } from "./normalize.ts";
import { createVectorSpace, type VectorSpace } from "./vector-space.ts";

/** One thing a text can be about (an intent or a Q&A entry), as its author described it. */
export type ClassSource = {
  readonly id: string;
  readonly examples: readonly string[];
  /** Name and description: they teach, but are never held out as if a customer had said them. */
  readonly hints: readonly string[];
  readonly negatives: readonly string[];
};

export type RowDraft = {
  readonly text: string;
  readonly key: string;
  readonly features: TextFeatures;
  readonly classIndex: number | null;
  readonly role: "example" | "hint" | "negative" | "elsewhere";
};

type Sources = {
  readonly classes: readonly ClassSource[];
  readonly elsewhere: readonly string[];
  readonly replaceSynonyms: (normalized: string) => string;
};

/** Lists every distinct text to learn from, normalised, in a stable order; texts without words are left out. */
export function buildRows({ classes, elsewhere, replaceSynonyms }: Sources): readonly RowDraft[] {
  const rows: RowDraft[] = [];
  const addAll = (texts: readonly string[], classIndex: number | null, role: RowDraft["role"]) => {
    const seen = new Set(rows.filter((row) => row.classIndex === classIndex).map((row) => row.key));
    for (const text of texts) {
      const key = replaceSynonyms(normalizeText(text));
      if (key === "" || seen.has(key)) continue;
      seen.add(key);
      rows.push({ text, key, features: extractFeatures(key), classIndex, role });
    }
  };
  for (const [classIndex, source] of classes.entries()) {
    addAll(source.negatives, classIndex, "negative");
    addAll(source.examples, classIndex, "example");
    addAll(source.hints, classIndex, "hint");
  }
  addAll(elsewhere, null, "elsewhere");
  return rows;
}

/** Only what the classes themselves say is known; words met elsewhere must stay unknown. */
export function spaceOf(rows: readonly RowDraft[]): VectorSpace {
  const elsewhere = rows.filter(({ role }) => role === "elsewhere");
  const own = rows.filter(({ role }) => role !== "elsewhere");
  const toFeatures = ({ features }: RowDraft) => features;
  return createVectorSpace(own.map(toFeatures), elsewhere.map(toFeatures));
}

export function toRankedRows(rows: readonly RowDraft[], space: VectorSpace): readonly RankedRow[] {
  return rows.map(({ features, classIndex, role }) => ({
    features,
    vector: space.toVector(features),
    classIndex,
    isNegative: role === "negative" || role === "elsewhere",
  }));
}
