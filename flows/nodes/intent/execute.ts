import { z } from "zod";
import type { Executor, NodeContext, Outcome } from "../../kernel/executor.ts";
import type { Candidate } from "../candidate.ts";
import { sayText } from "../say.ts";
import type { intentNode } from "./definition.ts";

type Config = z.output<typeof intentNode.config>;

/** Tolerant of what a matcher adds; strict in what we go by. */
const answerSchema = z.object({
  outcome: z.enum(["sure", "ambiguous", "none"]),
  candidates: z.array(z.object({ intentId: z.string(), score: z.number() })),
  reasons: z.array(z.string()).default([]),
});

/** More would not help to choose, and all of it is kept in the session. */
const CANDIDATES_MAX = 5;

export const intentExecutor: Executor<Config> = {
  enter: (config, context) => {
    if (context.message !== null) return match(context, context.message.text);
    return { type: "listen", state: null, effects: [sayText(context.text(config.prompt ?? ""))] };
  },

  resume: (config, event, context) => {
    if (event.type === "message-received") return match(context, event.message.text);
    // A matcher that fails has understood nothing: the customer must never be left without a next step.
    const answer = event.type === "call-succeeded" ? answerSchema.safeParse(event.value).data : undefined;
    if (answer === undefined) return { type: "leave", port: "none", understood: "miss" };
    return route(config, answer, context);
  },
};

function match(context: NodeContext, text: string): Outcome {
  // A picture without words says nothing that examples could be like.
  if (text.trim() === "") return { type: "leave", port: "none", understood: "miss" };
  const { flowId, nodeId } = context;
  return {
    type: "call",
    request: { mode: "inline", name: "match-intent", input: { flowId, nodeId, text } },
    state: null,
    input: text,
  };
}

function route(config: Config, answer: z.infer<typeof answerSchema>, context: NodeContext): Outcome {
  const candidates = answer.candidates.flatMap(({ intentId, score }): readonly Candidate[] => {
    const intent = config.intents.find(({ id }) => id === intentId);
    return intent === undefined
      ? []
      : [{ type: "intent", intentId, label: context.text(intent.name), score }];
  });
  const best = candidates[0];
  const output = { outcome: answer.outcome, candidates: answer.candidates, reasons: answer.reasons };
  const kept =
    config.candidatesVariable === undefined
      ? {}
      : { [config.candidatesVariable]: candidates.slice(0, CANDIDATES_MAX) };

  const isClose = isWithinMargin(config, candidates);
  if (answer.outcome === "sure" && !isClose && best?.type === "intent") {
    const chosen = config.intentVariable === undefined ? {} : { [config.intentVariable]: best.intentId };
    return { type: "leave", port: best.intentId, set: { ...kept, ...chosen }, output, understood: "hit" };
  }
  if (answer.outcome !== "none" && best !== undefined) {
    return { type: "leave", port: "ambiguous", set: kept, output };
  }
  return { type: "leave", port: "none", set: kept, output, understood: "miss" };
}

/** The author's own margin makes more cases doubtful than the measured one does, never fewer. */
function isWithinMargin({ margin }: Config, [best, second]: readonly Candidate[]): boolean {
  return (
    margin !== undefined && best !== undefined && second !== undefined && best.score - second.score < margin
  );
}
