import { z } from "zod";
import type { Executor, Outcome } from "../../kernel/executor.ts";
import type { Candidate } from "../candidate.ts";
import { sayParts, sayText } from "../say.ts";
import type { faqNode } from "./definition.ts";

type Config = z.output<typeof faqNode.config>;

const attachmentSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("image"), url: z.string(), alt: z.string() }),
  z.object({
    type: z.literal("file"),
    url: z.string(),
    name: z.string(),
    mediaType: z.string(),
    size: z.number(),
  }),
]);

const answerSchema = z.object({
  outcome: z.enum(["sure", "suggest", "none"]),
  candidates: z.array(
    z.object({
      faqSet: z.string(),
      entryId: z.string(),
      question: z.string(),
      answer: z.string(),
      score: z.number(),
      base: z.object({ id: z.string(), name: z.string(), release: z.number() }).optional(),
      attachments: z.array(attachmentSchema).default([]),
    }),
  ),
  reasons: z.array(z.string()).default([]),
  basis: z.enum(["phrasing", "keyword", "vague", "likeness"]).default("likeness"),
});

type Answer = z.infer<typeof answerSchema>;

/** Candidates are kept in the session, which is written every turn; longer answers are left for the next question. */
const KEPT_MAX_CHARS = 20_000;

export const faqExecutor: Executor<Config> = {
  enter: (config, context) => {
    if (context.message !== null) return search(config, context.message.text);
    return { type: "listen", state: null, effects: [sayText(context.text(config.prompt ?? ""))] };
  },

  resume: (config, event) => {
    if (event.type === "message-received") return search(config, event.message.text);
    // A failed search is a miss: the customer must never be left without a next step.
    const answer = event.type === "call-succeeded" ? answerSchema.safeParse(event.value).data : undefined;
    return answer === undefined ? miss(null) : route(config, answer);
  },
};

function search(config: Config, text: string): Outcome {
  const { faqSets, bases = [] } = config;
  if (text.trim() === "" || faqSets.length + bases.length === 0) return miss(null);
  const input = bases.length === 0 ? { faqSets, text } : { faqSets, bases, text };
  return {
    type: "call",
    request: { mode: "inline", name: "match-faq", input },
    state: null,
    input: text,
  };
}

function route(config: Config, answer: Answer): Outcome {
  const [best] = answer.candidates;
  const output = {
    outcome: answer.outcome,
    candidates: answer.candidates.map(({ entryId, question, score, base }) => ({
      ...{ entryId, question, score },
      ...(base === undefined ? {} : { base }),
    })),
    reasons: answer.reasons,
  };
  const outcome = toOutcome(config, answer);
  if (best === undefined || outcome === "none") return miss(output);
  if (outcome === "suggest") {
    const set =
      config.candidatesVariable === undefined ? {} : { [config.candidatesVariable]: keep(config, answer) };
    return { type: "leave", port: "suggest", set, output };
  }
  return {
    type: "leave",
    port: "hit",
    set: config.answerVariable === undefined ? {} : { [config.answerVariable]: best.answer },
    effects: config.reply
      ? [sayParts([{ type: "text", text: best.answer }, ...best.attachments], "faq")]
      : [],
    output,
    understood: "hit",
  };
}

/**
 * The author's own bands say how like a question must be. Where it is an author's own words that were said, there is nothing to doubt:
 * however high the bands are, they turn away no such hit; however low, they settle no choice between several entries that have them.
 */
function toOutcome(
  { sureFrom, suggestFrom }: Config,
  { outcome, basis, candidates }: Answer,
): Answer["outcome"] {
  const score = candidates[0]?.score ?? 0;
  if (basis !== "likeness") return outcome === "sure" && score < (sureFrom ?? 0) ? "suggest" : outcome;
  const isSure = sureFrom === undefined ? outcome === "sure" : score >= sureFrom;
  if (isSure) return "sure";
  const isNear = suggestFrom === undefined ? outcome !== "none" : score >= suggestFrom;
  return isNear ? "suggest" : "none";
}

function keep(
  { suggestionsMax, suggestFrom = 0 }: Config,
  { basis, candidates }: Answer,
): readonly Candidate[] {
  const from = basis === "likeness" ? suggestFrom : 0;
  let chars = 0;
  return candidates
    .slice(0, suggestionsMax)
    .flatMap(({ base: _, attachments: __, ...candidate }): readonly Candidate[] => {
      chars += candidate.answer.length;
      return chars > KEPT_MAX_CHARS || candidate.score < from ? [] : [{ type: "faq", ...candidate }];
    });
}

function miss(output: (Outcome["output"] & {}) | null): Outcome {
  return { type: "leave", port: "miss", output, understood: "miss" };
}
