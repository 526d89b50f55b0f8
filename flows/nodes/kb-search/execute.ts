import { z } from "zod";
import type { Executor, NodeContext, Outcome } from "../../kernel/executor.ts";
import type { Part } from "../../kernel/protocol.ts";
import { type PassageFilter, TOLD_CLASSES } from "../../knowledge/passage-filter.ts";
import { passagePlaceSchema } from "../../knowledge/passage-place.ts";
import { toPlaceText } from "../../knowledge/to-place-text.ts";
import { sayParts, sayText } from "../say.ts";
import { coversEnough } from "./covers-enough.ts";
import type { kbSearchNode } from "./definition.ts";

type Config = z.output<typeof kbSearchNode.config>;

const passageSchema = z.object({
  baseId: z.string(),
  documentId: z.string(),
  passageId: z.string(),
  caseId: z.string().optional(),
  title: z.string(),
  titlePath: z.array(z.string()),
  text: z.string(),
  answer: z.string(),
  place: passagePlaceSchema,
  score: z.number(),
  coverage: z.number(),
  matchesCode: z.boolean().default(false),
  likeness: z.number().optional(),
});

const answerSchema = z.object({ isSmallTalk: z.boolean(), passages: z.array(passageSchema) });

type Passage = z.infer<typeof passageSchema>;

export const kbSearchExecutor: Executor<Config> = {
  enter: (config, context) => {
    if (context.message !== null) return search(config, context.message.text, context);
    return { type: "listen", state: null, effects: [sayText(context.text(config.prompt ?? ""))] };
  },

  resume: (config, event, context) => {
    if (event.type === "message-received") return search(config, event.message.text, context);
    if (event.type === "call-failed") return { type: "fail", ...event.error };
    const answer = event.type === "call-succeeded" ? answerSchema.safeParse(event.value).data : undefined;
    return route(config, answer ?? { isSmallTalk: false, passages: [] }, context);
  },
};

function search(config: Config, text: string, context: NodeContext): Outcome {
  const { bases, layers, tags, passagesMax, skipSmallTalk } = config;
  const only = toFilter(config, context);
  if (text.trim() === "" || bases.length === 0)
    return { type: "leave", port: "not-found", understood: "miss" };
  const input = {
    ...{ bases, text, layers, tags, limit: passagesMax, skipSmallTalk },
    ...(Object.keys(only).length === 0 ? {} : { only }),
  };
  return {
    type: "call",
    request: { mode: "inline", name: "search-passages", input },
    state: null,
    input: text,
  };
}

/** Only what leaves anything out: a search of everything is asked for as it always was. */
function toFilter({ language, dataClasses, sources }: Config, { locale }: NodeContext): PassageFilter {
  return {
    ...(language === "any" ? {} : { language: language === "customer" ? locale : language }),
    ...(dataClasses.length === TOLD_CLASSES.length ? {} : { dataClasses }),
    ...(sources.length === 0 ? {} : { sources }),
  };
}

function route(config: Config, answer: z.infer<typeof answerSchema>, context: NodeContext): Outcome {
  const { coverageMin, likenessMin } = config;
  const passages = answer.passages.filter(
    (passage) =>
      coversEnough(passage, coverageMin) ||
      (likenessMin !== undefined && (passage.likeness ?? 0) >= likenessMin),
  );
  const [best] = passages;
  const output = {
    outcome: best === undefined ? "none" : "sure",
    candidates: answer.passages.map(({ passageId, documentId, score, coverage, ...passage }) => ({
      ...{ entryId: passageId, documentId, question: toHeading(passage), score: coverage, bm25: score },
    })),
    reasons: [],
  };
  if (best === undefined) return { type: "leave", port: "not-found", output, understood: "miss" };
  return {
    type: "leave",
    port: "found",
    set: {
      ...(config.answerVariable === undefined ? {} : { [config.answerVariable]: best.answer }),
      ...(config.passagesVariable === undefined ? {} : { [config.passagesVariable]: passages.map(toKept) }),
    },
    effects: config.reply
      ? [sayParts([{ type: "text", text: best.answer }, toCitations(best, context)], "faq")]
      : [],
    output,
    understood: "hit",
  };
}

/** What later nodes read of a passage. */
function toKept({ documentId, passageId, text, answer, score, coverage, ...passage }: Passage) {
  return { title: toHeading(passage), text, answer, score, coverage, documentId, passageId };
}

function toCitations(best: Passage, { locale }: NodeContext): Part {
  const { baseId, documentId, passageId, caseId, place, answer } = best;
  const where = toPlaceText(place, locale);
  const heading = toHeading(best);
  const title =
    where === "" ? heading : locale === "zh-CN" ? `${heading}（${where}）` : `${heading} (${where})`;
  // The ids open nothing by themselves: the talk opens what it was told from, the console what its reader may see.
  const source = caseId === undefined ? { baseId, documentId, passageId, place } : { baseId, caseId };
  const item = { title, url: null, quote: answer, source };
  return { type: "citations", items: [item] };
}

function toHeading({ title, titlePath }: Pick<Passage, "title" | "titlePath">): string {
  return [title, ...titlePath.filter((heading) => heading !== title)].filter(Boolean).join(" › ");
}
