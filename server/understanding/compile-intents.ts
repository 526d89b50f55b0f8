import { type ClassModel, compileClasses, type Manner } from "./compile-classes.ts";
import type { ClassSource } from "./row-table.ts";

export type IntentExamples = {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly examples: readonly string[];
  readonly negatives?: readonly string[];
  /** Score from which this intent is sure, instead of the default. */
  readonly threshold?: number;
};

/** Plain JSON, stored with a flow version. */
export type IntentModel = {
  readonly kind: "intents";
  readonly core: ClassModel;
  /** Score from which each intent is sure: its author's, else what held-out examples say of it. */
  readonly thresholds: Readonly<Record<string, number>>;
};

export type IntentSources = {
  readonly intents: readonly IntentExamples[];
  readonly synonyms?: readonly (readonly string[])[];
  /** Told how far the learning is, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
};

/** On validation sets what scores 0.4 to 0.5 is right in 6 of 10 cases: that is worth a question back, not an action. */
export const INTENT_SURE_MIN = 0.45;
const FOUND_MIN = 0.35;
const FOUND_MAX = 0.75;

/** Intents are always trained: they are few, and separating them is what they are for. What is wanted never lies in a number. */
export const OF_INTENTS: Manner = { hasCodes: false, separatedClassesMax: Number.POSITIVE_INFINITY };

/** Learns intents from their examples. Deterministic, without I/O; some seconds for thousands of examples. */
export function compileIntents({ intents, synonyms = [], onProgress }: IntentSources): IntentModel {
  const core = compileClasses({
    ...{ classes: toIntentClasses(intents), synonyms, manner: OF_INTENTS },
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  const own = intents.flatMap(({ id, threshold }) =>
    threshold === undefined ? [] : [[id, threshold] as const],
  );
  const found = intents.map(({ id }, at) => [id, toThreshold(core.trusts?.[at] ?? 0)] as const);
  return { kind: "intents", core, thresholds: Object.fromEntries([...found, ...own]) };
}

export function toIntentClasses(intents: readonly IntentExamples[]): readonly ClassSource[] {
  return intents.map(({ id, name, description = "", examples, negatives = [] }) => ({
    id,
    examples,
    hints: [name, description],
    negatives,
  }));
}

/** An intent that is often taken wrongly must score higher to be acted on; one that is never taken wrongly need not. */
export function toThreshold(trust: number): number {
  const found = INTENT_SURE_MIN / (INTENT_SURE_MIN + (1 - INTENT_SURE_MIN) * Math.exp(trust));
  return Math.round(Math.min(FOUND_MAX, Math.max(FOUND_MIN, found)) * 100) / 100;
}
