import type { LabelScope, LabelVerdict, Relevance } from "#drizzle/schema/quality.ts";

export type Judgement = {
  readonly scope: LabelScope;
  readonly verdict: LabelVerdict;
  /** Best first. Null: cannot be said, or out of scope. Empty: no entry answers it. */
  readonly relevant: readonly Relevance[] | null;
};

export type Settlement =
  | { readonly state: "open" | "disputed" }
  | { readonly state: "settled"; readonly settledBy: "one" | "agreement"; readonly judgement: Judgement };

/** What labels come to: one is enough where one was asked for; of two, every question must agree. */
export function settleLabels(labels: readonly Judgement[], annotators: number): Settlement {
  const [first, second] = labels;
  if (first === undefined || labels.length < annotators) return { state: "open" };
  if (second === undefined) return { state: "settled", settledBy: "one", judgement: first };
  const agrees =
    first.scope === second.scope &&
    first.verdict === second.verdict &&
    toEntryAnswer(first) === toEntryAnswer(second);
  if (!agrees) return { state: "disputed" };
  const relevant = mergeRelevant(first.relevant, second.relevant);
  return { state: "settled", settledBy: "agreement", judgement: { ...first, relevant } };
}

/** Which entry should have answered, as one word that can be compared: its id, `none`, or `unsure` where it was not said. */
export function toEntryAnswer({ relevant }: Pick<Judgement, "relevant">): string {
  if (relevant === null) return "unsure";
  return relevant.find(({ grade }) => grade === 2)?.entryId ?? "none";
}

/** Both named it: the lower grade counts. Only one did: it helps, no more. */
function mergeRelevant(first: Judgement["relevant"], second: Judgement["relevant"]): Judgement["relevant"] {
  if (first === null || second === null) return null;
  const grades = new Map(second.map(({ entryId, grade }) => [entryId, grade]));
  const own = first.map(
    (one): Relevance => ({ ...one, grade: grades.get(one.entryId) === 2 ? one.grade : 1 }),
  );
  const known = new Set(first.map(({ entryId }) => entryId));
  const others = second.flatMap((one): readonly Relevance[] =>
    known.has(one.entryId) ? [] : [{ ...one, grade: 1 }],
  );
  return [...own, ...others].toSorted((a, b) => b.grade - a.grade);
}
