import type { Bundle, FaqEntry, Flow } from "../../flows/kernel/flow.ts";
import type { Text } from "../../flows/kernel/text.ts";
import { compileFaq, type FaqModel } from "../understanding/compile-faq.ts";
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

/** Learns every matcher of a bundle. Takes seconds for thousands of phrasings: never call it on a customer's turn. */
export function compileModels(bundle: Bundle): VersionModels {
  const flows: readonly (readonly [string, Flow])[] = [
    ["main", bundle.flow],
    ...Object.entries(bundle.subflows),
  ];
  const intents: Record<string, IntentModel> = {};
  const combinations = new Map<string, readonly string[]>();
  for (const [flowId, flow] of flows) {
    addCombination(combinations, flow.settings.repair.digress.faqSets);
    for (const node of flow.nodes) {
      if (Array.isArray(node.config.faqSets)) addCombination(combinations, node.config.faqSets.map(String));
      if (node.kind === INTENT_KIND && Array.isArray(node.config.intents)) {
        intents[toIntentModelId(flowId, node.id)] = compileIntents({
          intents: node.config.intents.flatMap(toIntentExamples),
        });
      }
    }
  }
  const faqs: Record<string, FaqModel> = {};
  for (const [id, faqSets] of combinations) faqs[id] = compileFaqSets(bundle, faqSets);
  return { intents, faqs };
}

function addCombination(combinations: Map<string, readonly string[]>, faqSets: readonly string[]): void {
  if (faqSets.length > 0) combinations.set(toFaqModelId(faqSets), [...new Set(faqSets)].sort());
}

function compileFaqSets(bundle: Bundle, faqSets: readonly string[]): FaqModel {
  const entries = faqSets.flatMap((faqSet) =>
    (bundle.faqSets[faqSet]?.entries ?? []).map((entry) => toTrainingEntry(faqSet, entry)),
  );
  const synonyms = faqSets.flatMap((faqSet) => bundle.faqSets[faqSet]?.synonyms ?? []);
  return compileFaq({ entries, synonyms });
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
function toIntentExamples(raw: unknown): IntentExamples[] {
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
