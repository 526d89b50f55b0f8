import { toTags } from "../entries/to-tags.ts";

/** A case as it stands in its form. */
export type CaseDraft = {
  readonly question: string;
  readonly context: string;
  readonly answer: string;
  readonly outcome: string;
  readonly tags: string;
  readonly ownerId: string | null;
};

export const EMPTY_CASE: CaseDraft = {
  question: "",
  context: "",
  answer: "",
  outcome: "",
  tags: "",
  ownerId: null,
};

type Content = Omit<CaseDraft, "tags" | "ownerId"> & {
  readonly tags: readonly string[];
  readonly ownerId?: string | null;
};

export const toCaseDraft = ({ question, context, answer, outcome, tags, ownerId }: Content): CaseDraft => ({
  ...{ question, context, answer, outcome, tags: tags.join(", "), ownerId: ownerId ?? null },
});

/** What is sent; two drafts that send the same are the same. */
export const toSent = (draft: CaseDraft) => ({ content: toCaseContent(draft), ownerId: draft.ownerId });

const toCaseContent = ({ question, context, answer, outcome, tags }: CaseDraft) => ({
  ...{ question: question.trim(), context: context.trim(), answer: answer.trim(), outcome: outcome.trim() },
  tags: toTags(tags).slice(0, 20),
});
