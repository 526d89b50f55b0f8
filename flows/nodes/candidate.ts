import { z } from "zod";

/** What an understanding node was not sure of, as it stands in a variable until a clarify node offers it. */
const candidateSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("intent"), intentId: z.string(), label: z.string(), score: z.number() }),
  z.object({
    type: z.literal("faq"),
    faqSet: z.string(),
    entryId: z.string(),
    question: z.string(),
    answer: z.string(),
    score: z.number(),
  }),
]);

export type Candidate = z.infer<typeof candidateSchema>;

/** Reads them out of a variable; what is no candidate is left out, since authors may write variables too. */
export function parseCandidates(value: unknown): readonly Candidate[] {
  return Array.isArray(value) ? value.flatMap((item) => candidateSchema.safeParse(item).data ?? []) : [];
}
