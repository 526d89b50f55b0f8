import { z } from "zod";
import type { FoundEntry } from "#drizzle/schema/quality.ts";
import type { Step } from "../../../../flows/kernel/protocol.ts";

const FOUND_MAX = 10;
const QUESTION_MAX_CHARS = 300;

const candidateSchema = z.object({
  entryId: z.string(),
  question: z.string(),
  score: z.number(),
  base: z.object({ id: z.string() }).optional(),
  documentId: z.string().optional(),
});
const outputSchema = z.object({ candidates: z.array(candidateSchema) });

/** Ports through which a node leaves that has answered. */
const ANSWERED = { faq: "hit", "kb-search": "found" } as const;

/** What the bot had found for a question, best first: the list of the node that answered, else of the first that looked. */
export function findFound(steps: readonly Step[]): readonly FoundEntry[] {
  const looks = steps.flatMap((step) => {
    if (step.kind !== "faq" && step.kind !== "kb-search") return [];
    const candidates = outputSchema.safeParse(step.output).data?.candidates;
    return candidates === undefined
      ? []
      : ([{ kind: step.kind, hasAnswered: step.port === ANSWERED[step.kind], candidates }] as const);
  });
  const look = looks.findLast(({ hasAnswered }) => hasAnswered) ?? looks[0];
  return (look?.candidates ?? [])
    .slice(0, FOUND_MAX)
    .map(({ entryId, question, score, base, documentId }) => ({
      entryId,
      type: look?.kind === "kb-search" ? "passage" : "entry",
      baseId: base?.id ?? null,
      documentId: documentId ?? null,
      question: question.slice(0, QUESTION_MAX_CHARS),
      score,
    }));
}
