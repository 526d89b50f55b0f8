import { z } from "zod";
import type { Bundle } from "../kernel/flow.ts";
import { type Problem, toProblem } from "../kernel/problem.ts";
import { MAIN_FLOW_ID } from "../kernel/registry.ts";
import { type Locale, pickText, type Text, textSchema } from "../kernel/text.ts";
import { listExamined, listFlows, readIntents, toExaminedKey } from "../preview/examined-part.ts";
import { ASKED_MIN, type Confusion, type LearningReport } from "../preview/learning-report.ts";

/** One sentence may be an accident; from here on it is a habit. */
const COUNT_MIN = 2;
const SHARE_MIN = 0.15;
const SENTENCE_MAX_CHARS = 40;

/** What is taken for something else often enough that its author should look at it. Nothing is said of too few sentences. */
export function listGrave({ asked, confusions }: LearningReport): readonly GraveConfusion[] {
  if (asked < ASKED_MIN) return [];
  return confusions.flatMap(({ to, ...rest }) =>
    // What is taken for nothing leads nobody the wrong way.
    to !== null && rest.count >= COUNT_MIN && rest.count / rest.asked >= SHARE_MIN ? [{ ...rest, to }] : [],
  );
}

type GraveConfusion = Confusion & { readonly to: string };

/** Warnings about what was examined (by `toExaminedKey`) and has not been changed since. */
export function listConfusions(
  bundle: Bundle,
  reports: ReadonlyMap<string, LearningReport>,
): readonly Problem[] {
  if (reports.size === 0) return [];
  return listExamined(bundle).flatMap((examined) => {
    const report = reports.get(toExaminedKey(bundle, examined) ?? "");
    if (report === undefined) return [];
    const find = examined.type === "faq" ? findEntry(bundle) : findIntent(bundle, examined);
    return listGrave(report).flatMap((confusion) => {
      const from = find(confusion.from);
      const to = find(confusion.to);
      const [sentence = ""] = confusion.sentences;
      if (from === null || to === null) return [];
      const { count, asked } = confusion;
      const facts = { from: from.name, to: to.name, count, asked, sentence: shorten(sentence) };
      return [toProblem(from.code, { ...from.toPlace(sentence), severity: "warning" }, facts)];
    });
  });
}

type Named = { readonly [L in Locale]: string };
type Place = { readonly flowId: string; readonly nodeId?: string; readonly path: string };
type Found = {
  readonly code: "confused_intents" | "confused_answers";
  readonly name: Named;
  toPlace(sentence: string): Place;
};

const intentSchema = z.object({ id: z.string(), name: textSchema, examples: z.array(z.string()) });

function findIntent(bundle: Bundle, place: { readonly flowId: string; readonly nodeId: string }) {
  const flow = listFlows(bundle).find(([flowId]) => flowId === place.flowId)?.[1];
  const node = flow?.nodes.find(({ id }) => id === place.nodeId);
  const intents = node === undefined ? [] : readIntents(node);
  return (intentId: string): Found | null => {
    for (const [at, raw] of intents.entries()) {
      const intent = intentSchema.safeParse(raw).data;
      if (intent?.id !== intentId) continue;
      return {
        code: "confused_intents",
        name: toNames(intent.name, intentId),
        toPlace: (sentence) => ({
          flowId: place.flowId,
          nodeId: place.nodeId,
          path: toExamplePath(at, intent.examples.indexOf(sentence)),
        }),
      };
    }
    return null;
  };
}

/** Where an example stands in the node's config; the list of examples when it is not there any more. */
export function toExamplePath(intentAt: number, exampleAt: number): string {
  const list = `intents[${intentAt}].examples`;
  return exampleAt === -1 ? list : `${list}[${exampleAt}]`;
}

function findEntry(bundle: Bundle) {
  return (id: string): Found | null => {
    const [setId = "", entryId = ""] = id.split("/");
    const entry = bundle.faqSets[setId]?.entries.find((one) => one.id === entryId);
    if (entry === undefined) return null;
    return {
      code: "confused_answers",
      name: toNames(entry.question, entry.id),
      toPlace: () => ({ flowId: MAIN_FLOW_ID, path: `faqSets.${setId}.entries.${entry.id}.question` }),
    };
  };
}

function toNames(text: Text, fallback: string): Named {
  const name = (locale: Locale) => shorten(pickText(text, locale, locale)) || fallback;
  return { "zh-CN": name("zh-CN"), en: name("en") };
}

function shorten(text: string): string {
  return text.length > SENTENCE_MAX_CHARS ? `${text.slice(0, SENTENCE_MAX_CHARS)}…` : text;
}
