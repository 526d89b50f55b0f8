import { z } from "zod";

const intentMatch = z.object({
  outcome: z.enum(["sure", "ambiguous", "none"]),
  candidates: z.array(z.object({ intentId: z.string(), score: z.number() })),
});

const faqMatch = z.object({
  outcome: z.enum(["sure", "suggest", "none"]),
  candidates: z.array(
    z.object({ faqSet: z.string(), entryId: z.string(), question: z.string(), score: z.number() }),
  ),
});

const SHOWN_MAX = 4;

/** What the matcher answered; an answer of another shape counts as none. */
export function readIntentMatch(value: unknown): z.infer<typeof intentMatch> {
  const match = intentMatch.safeParse(value).data ?? { outcome: "none", candidates: [] };
  return { ...match, candidates: match.candidates.slice(0, SHOWN_MAX) };
}

export function readFaqMatch(value: unknown): z.infer<typeof faqMatch> {
  const match = faqMatch.safeParse(value).data ?? { outcome: "none", candidates: [] };
  return { ...match, candidates: match.candidates.slice(0, SHOWN_MAX) };
}
