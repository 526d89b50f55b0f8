import { type Corpus, indexTexts } from "./corpus.ts";
import type { Wording } from "./create-wording.ts";
import type { TextFeatures } from "./extract-features.ts";

/** One thing a text can be about (an intent or a Q&A entry), as its author described it. */
export type ClassSource = {
  readonly id: string;
  readonly examples: readonly string[];
  /** Name and description: they teach, but are never held out as if a customer had said them. */
  readonly hints: readonly string[];
  readonly negatives: readonly string[];
};

export type RowRole = "example" | "hint" | "negative" | "elsewhere";
export const ROW_ROLES: readonly RowRole[] = ["example", "hint", "negative", "elsewhere"];

export type RowDraft = {
  readonly text: string;
  readonly key: string;
  readonly features: TextFeatures;
  readonly classIndex: number | null;
  readonly role: RowRole;
  /** Which text of its class it is, see findSourceText. */
  readonly place: number;
};

/** Every text that is learnt from, column by column. */
export type RowTable = {
  readonly keys: readonly string[];
  /** The tokens of each row, with spaces between. */
  readonly lines: readonly string[];
  readonly owners: Int32Array;
  /** Places in ROW_ROLES. */
  readonly roles: Uint8Array;
  readonly places: Int32Array;
};

export type LearningTable = RowTable & { readonly corpus: Corpus };

/** Whose a row is: a class that it speaks for (from 0 on), ELSEWHERE, or below that a class that it speaks against. */
export const ELSEWHERE_OWNER = -1;
const AGAINST_FIRST = -2;

export function toOwner({ classIndex, role }: Pick<RowDraft, "classIndex" | "role">): number {
  if (classIndex === null) return ELSEWHERE_OWNER;
  return role === "negative" ? AGAINST_FIRST - classIndex : classIndex;
}

/** The class that a row speaks for or against; -1 for one from elsewhere. */
export function classOf(owner: number): number {
  return owner <= AGAINST_FIRST ? AGAINST_FIRST - owner : owner;
}

type Sources = {
  readonly classes: readonly ClassSource[];
  readonly elsewhere: readonly string[];
  readonly wording: Wording;
};

/** Lists every distinct text to learn from, normalised, in a stable order; texts without words are left out. */
export function buildRows({ classes, elsewhere, wording }: Sources): readonly RowDraft[] {
  const rows: RowDraft[] = [];
  const addAll = (sources: readonly (readonly [RowRole, readonly string[]])[], classIndex: number | null) => {
    const seen = new Set<string>();
    let place = -1;
    for (const [role, texts] of sources) {
      for (const text of texts) {
        place += 1;
        const key = wording.toKey(text);
        if (key === "" || seen.has(key)) continue;
        seen.add(key);
        rows.push({ text, key, features: wording.toFeatures(key), classIndex, role, place });
      }
    }
  };
  for (const [classIndex, { negatives, examples, hints }] of classes.entries()) {
    addAll(
      [
        ["negative", negatives],
        ["example", examples],
        ["hint", hints],
      ],
      classIndex,
    );
  }
  addAll([["elsewhere", elsewhere]], null);
  return rows;
}

/** A row's text as its author wrote it. */
export function findSourceText({ negatives, examples, hints }: ClassSource, place: number): string {
  const inExamples = place - negatives.length;
  return negatives[place] ?? examples[inExamples] ?? hints[inExamples - examples.length] ?? "";
}

export function toLearningTable(rows: readonly RowDraft[]): LearningTable {
  return {
    keys: rows.map(({ key }) => key),
    lines: rows.map(({ features }) => features.tokens.join(" ")),
    owners: Int32Array.from(rows, toOwner),
    roles: Uint8Array.from(rows, ({ role }) => ROW_ROLES.indexOf(role)),
    places: Int32Array.from(rows, ({ place }) => place),
    corpus: indexTexts(rows.map(({ features }) => features)),
  };
}

export function tokensOfLine(line: string | undefined): readonly string[] {
  return line === undefined || line === "" ? [] : line.split(" ");
}
