/** What is being said of one item; null is not said yet. */
export type LabelDraft = {
  readonly scope: "yes" | "no" | "unsure" | null;
  readonly verdict: "right" | "partly" | "wrong" | "none" | "unsure" | null;
  /** `picked` with the entries of `relevant`; `none`: no entry answers it. */
  readonly entries: "picked" | "none" | "unsure" | null;
  readonly relevant: readonly Relevance[];
  readonly note: string;
};

export type Relevance = { readonly entryId: string; readonly question: string; readonly grade: 1 | 2 };

export const EMPTY_DRAFT: LabelDraft = { scope: null, verdict: null, entries: null, relevant: [], note: "" };

export const RELEVANT_MAX = 5;

/** The questions that have to be answered, in their order: who is out of scope is asked for no entry. */
export function listQuestions({
  scope,
}: Pick<LabelDraft, "scope">): readonly ("scope" | "verdict" | "entries")[] {
  return scope === "no" || scope === "unsure" ? ["scope", "verdict"] : ["scope", "verdict", "entries"];
}

export const isComplete = (draft: LabelDraft): boolean =>
  listQuestions(draft).every((question) => draft[question] !== null);

/** An entry that was named becomes one that answers, then one that helps, then none: one key walks through all three. */
export function cycleEntry(draft: LabelDraft, entry: Pick<Relevance, "entryId" | "question">): LabelDraft {
  const known = draft.relevant.find(({ entryId }) => entryId === entry.entryId);
  const others = draft.relevant.filter(({ entryId }) => entryId !== entry.entryId);
  if (known?.grade === 1) return withRelevant(draft, others);
  if (known) return withRelevant(draft, replace(draft.relevant, { ...known, grade: 1 }));
  if (draft.relevant.length >= RELEVANT_MAX) return draft;
  return withRelevant(draft, [...others, { ...entry, question: entry.question.slice(0, 500), grade: 2 }]);
}

const replace = (relevant: readonly Relevance[], next: Relevance) =>
  relevant.map((one) => (one.entryId === next.entryId ? next : one));

function withRelevant(draft: LabelDraft, relevant: readonly Relevance[]): LabelDraft {
  return { ...draft, relevant, entries: relevant.length > 0 ? "picked" : null };
}

/** As the server takes it; null while something is missing. */
export function toLabel(draft: LabelDraft) {
  const { scope, verdict, entries, note } = draft;
  if (scope === null || verdict === null || !isComplete(draft)) return null;
  const isAsked = scope === "yes" && entries !== "unsure";
  // What answers it comes before what helps: the first one is compared between two people.
  const picked = draft.relevant.toSorted((a, b) => b.grade - a.grade);
  return {
    scope,
    verdict,
    relevant: isAsked ? (entries === "picked" ? picked : []) : null,
    note: note.trim(),
  };
}
