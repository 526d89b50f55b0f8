import { z } from "zod";
import { toTags } from "../entries/to-tags.ts";

const caseDraftSchema = z.object({
  ...{ question: z.string(), context: z.string(), answer: z.string(), outcome: z.string(), tags: z.string() },
  ownerId: z.string().nullable(),
});

/** A case as it stands in its form. */
export type CaseDraft = Readonly<z.infer<typeof caseDraftSchema>>;

export const keptCaseSchema = z.object({
  draft: caseDraftSchema,
  /** What it was typed upon; null for a new case. */
  rev: z.number().nullable(),
  /** The words of that; what was kept by an older page has none. */
  base: caseDraftSchema.optional(),
  /** What a new case will be called: saved from two tabs, it is one case. */
  newId: z.string().optional(),
});

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
