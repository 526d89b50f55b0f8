import { type CaseDraft, toSent } from "./case-draft.ts";

export const CASE_FIELDS = [
  "question",
  "answer",
  "context",
  "outcome",
  "tags",
  "ownerId",
] as const satisfies readonly (keyof CaseDraft)[];

export type CaseField = (typeof CASE_FIELDS)[number];

type Sides = {
  /** What was typed upon; null when that is not known, and every difference is somebody's decision. */
  readonly base: CaseDraft | null;
  readonly mine: CaseDraft;
  readonly theirs: CaseDraft;
};

/** Both sides' changes in one case. `fields` were changed by both, each in another way; they stand as typed here until somebody chooses. */
export function mergeCase({ base, mine, theirs }: Sides): {
  readonly draft: CaseDraft;
  readonly fields: readonly CaseField[];
} {
  const isSame = (field: CaseField, a: CaseDraft, b: CaseDraft): boolean =>
    (a[field] ?? "").trim() === (b[field] ?? "").trim();
  const differing = CASE_FIELDS.filter((field) => !isSame(field, mine, theirs));
  const isTheirs = (field: CaseField): boolean => base !== null && isSame(field, mine, base);
  const isMine = (field: CaseField): boolean => base !== null && isSame(field, theirs, base);
  return {
    draft: takeFields(mine, theirs, differing.filter(isTheirs)),
    fields: differing.filter((field) => !isTheirs(field) && !isMine(field)),
  };
}

type Saved = {
  /** What stands in the form. */
  readonly now: CaseDraft;
  /** What stood there when it was sent. */
  readonly typed: CaseDraft;
  /** What was made of it, with what a colleague wrote. */
  readonly saved: CaseDraft;
};

/** What was typed while the case was being saved, upon what was saved; null when nothing was. */
export function keepRest({ now, typed, saved }: Saved): CaseDraft | null {
  const { draft } = mergeCase({ base: typed, mine: now, theirs: saved });
  return JSON.stringify(toSent(draft)) === JSON.stringify(toSent(saved)) ? null : draft;
}

/** One draft with some fields of another. */
export function takeFields(draft: CaseDraft, from: CaseDraft, fields: readonly CaseField[]): CaseDraft {
  return { ...draft, ...Object.fromEntries(fields.map((field) => [field, from[field]])) };
}
