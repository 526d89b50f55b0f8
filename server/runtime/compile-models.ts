import type { Bundle, FaqEntry, Flow } from "../../flows/kernel/flow.ts";
import type { Text } from "../../flows/kernel/text.ts";
import { compileFaq, type FaqModel, type FaqSources } from "../understanding/compile-faq.ts";
import { compileIntents, type IntentExamples, type IntentModel } from "../understanding/compile-intents.ts";

/**
 * What understanding a version needs, learned once when it is published and stored with it. Plain JSON.
 * `intents` by `flowId/nodeId`; `faqs` by the ids of the sets that one node asks together (see `toFaqModelId`).
 */
export type VersionModels = {
  readonly intents: { readonly [id: string]: IntentModel };
  readonly faqs: { readonly [id: string]: FaqModel };
};

/** The only kind whose `match-intent` call names a model of its own. */
const INTENT_KIND = "intent";

/** One model for each combination of sets: a score is only comparable within the model that gave it. */
export function toFaqModelId(faqSets: readonly string[]): string {
  return [...new Set(faqSets)].sort().join("+");
}

export function toIntentModelId(flowId: string, nodeId: string): string {
  return `${flowId}/${nodeId}`;
}

/** What is being learned, and how far all of it is, from 0 to 1. */
export type LearningProgress = {
  readonly share: number;
  readonly kind: "intents" | "faq";
  /** Which one of its kind it is, from 1 on. */
  readonly at: number;
  readonly total: number;
  /** Of the node, or of the sets; empty where the author gave none. */
  readonly names: readonly string[];
};

type OnProgress = (progress: LearningProgress) => void;

/**
 * Learns every matcher of a bundle, and tells how far it is. Takes seconds for thousands of phrasings: never call it on a customer's
 * turn.
 */
export function compileModels(bundle: Bundle, onProgress: OnProgress = () => {}): VersionModels {
  const lessons = listLessons(bundle);
  const whole = lessons.reduce((sum, { cost }) => sum + cost, 0);
  const intents: Record<string, IntentModel> = {};
  const faqs: Record<string, FaqModel> = {};
  const counts = { intents: 0, faq: 0 };
  let before = 0;
  for (const lesson of lessons) {
    counts[lesson.kind] += 1;
    const place = {
      kind: lesson.kind,
      at: counts[lesson.kind],
      total: lessons.filter(({ kind }) => kind === lesson.kind).length,
      names: lesson.names,
    };
    const start = before;
    const tell = (share: number) => onProgress({ ...place, share: (start + lesson.cost * share) / whole });
    tell(0);
    if (lesson.kind === "intents")
      intents[lesson.id] = compileIntents({ intents: lesson.intents, onProgress: tell });
    else faqs[lesson.id] = compileFaqSets(bundle, { faqSets: lesson.faqSets, onProgress: tell });
    before += lesson.cost;
  }
  return { intents, faqs };
}

type Lesson = { readonly id: string; readonly names: readonly string[]; readonly cost: number } & (
  | { readonly kind: "intents"; readonly intents: readonly IntentExamples[] }
  | { readonly kind: "faq"; readonly faqSets: readonly string[] }
);

function listLessons(bundle: Bundle): readonly Lesson[] {
  const flows: readonly (readonly [string, Flow])[] = [
    ["main", bundle.flow],
    ...Object.entries(bundle.subflows),
  ];
  const combinations = new Map<string, readonly string[]>();
  const nodes: Lesson[] = [];
  for (const [flowId, flow] of flows) {
    addCombination(combinations, flow.settings.repair.digress.faqSets);
    for (const node of flow.nodes) {
      if (Array.isArray(node.config.faqSets)) addCombination(combinations, node.config.faqSets.map(String));
      if (node.kind !== INTENT_KIND || !Array.isArray(node.config.intents)) continue;
      const intents = toIntentExamples(node.config.intents);
      const names = node.title === undefined ? [] : [node.title];
      const cost = toCost(
        intents.length,
        intents.reduce((sum, { examples }) => sum + examples.length, 0),
      );
      nodes.push({ kind: "intents", id: toIntentModelId(flowId, node.id), names, intents, cost });
    }
  }
  const sets = [...combinations].map(([id, faqSets]): Lesson => {
    const entries = faqSets.flatMap((faqSet) => bundle.faqSets[faqSet]?.entries ?? []);
    const names = faqSets.map((faqSet) => bundle.faqSets[faqSet]?.name ?? "").filter((name) => name !== "");
    const cost = toCost(
      entries.length,
      entries.reduce((sum, { similar }) => sum + 1 + similar.length, 0),
    );
    return { kind: "faq", id, names, faqSets, cost };
  });
  return [...nodes, ...sets];
}

/** Phrasings that are learned anyhow: those that belong to nothing. */
const BACKGROUND_PHRASINGS = 200;

/** About in proportion to the time that it takes: each class is separated from all phrasings. */
function toCost(classes: number, phrasings: number): number {
  return (classes + 5) * (phrasings + BACKGROUND_PHRASINGS);
}

function addCombination(combinations: Map<string, readonly string[]>, faqSets: readonly string[]): void {
  if (faqSets.length > 0) combinations.set(toFaqModelId(faqSets), [...new Set(faqSets)].sort());
}

type FaqLesson = { readonly faqSets: readonly string[]; onProgress(share: number): void };

function compileFaqSets(bundle: Bundle, { faqSets, onProgress }: FaqLesson): FaqModel {
  return compileFaq({ ...toFaqSources(bundle, faqSets), onProgress });
}

/** What several sets together teach. */
export function toFaqSources(bundle: Pick<Bundle, "faqSets">, faqSets: readonly string[]): FaqSources {
  const entries = faqSets.flatMap((faqSet) =>
    (bundle.faqSets[faqSet]?.entries ?? []).map((entry) => toTrainingEntry(faqSet, entry)),
  );
  const synonyms = faqSets.flatMap((faqSet) => bundle.faqSets[faqSet]?.synonyms ?? []);
  return { entries, synonyms };
}

function toTrainingEntry(faqSet: string, entry: FaqEntry) {
  const [question = "", ...others] = toTexts(entry.question);
  return {
    id: `${faqSet}/${entry.id}`,
    question,
    similar: [...others, ...entry.similar],
    negatives: entry.negatives ?? [],
  };
}

function toTexts(text: Text): string[] {
  return typeof text === "string" ? [text] : Object.values(text).filter((value) => value !== undefined);
}

/** Configs are checked by their kind before a version is compiled; what does not fit here is simply not learned. */
export function toIntentExamples(raw: readonly unknown[]): readonly IntentExamples[] {
  return raw.flatMap(readIntent);
}

function readIntent(raw: unknown): IntentExamples[] {
  if (typeof raw !== "object" || raw === null || !("id" in raw) || typeof raw.id !== "string") return [];
  const list = (key: string): string[] => {
    // The check above proved an object; its keys are read one by one and filtered by type.
    const value = (raw as Record<string, unknown>)[key];
    return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
  };
  // As above: every key is filtered by type before it is used.
  const { name, description, threshold } = raw as Record<string, unknown>;
  return [
    {
      id: raw.id,
      name: readName(name) ?? raw.id,
      ...(readName(description) === null ? {} : { description: readName(description) ?? "" }),
      examples: list("examples"),
      negatives: list("negatives"),
      ...(typeof threshold === "number" ? { threshold } : {}),
    },
  ];
}

function readName(value: unknown): string | null {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null) return null;
  return Object.values(value)
    .filter((item) => typeof item === "string")
    .join(" ");
}
