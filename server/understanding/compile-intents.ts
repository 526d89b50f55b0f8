import { type ClassModel, compileClasses } from "./compile-classes.ts";

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
  readonly thresholds: Readonly<Record<string, number>>;
};

export type IntentSources = {
  readonly intents: readonly IntentExamples[];
  readonly synonyms?: readonly (readonly string[])[];
};

/** Intents are always trained: they are few, and separating them is what they are for. */
export const INTENTS_SEPARATED_MAX = Number.POSITIVE_INFINITY;

/** Learns intents from their examples. Deterministic, without I/O; some seconds for thousands of examples. */
export function compileIntents({ intents, synonyms = [] }: IntentSources): IntentModel {
  const classes = intents.map(({ id, name, description = "", examples, negatives = [] }) => ({
    id,
    examples,
    hints: [name, description],
    negatives,
  }));
  const core = compileClasses({ classes, synonyms, separatedClassesMax: INTENTS_SEPARATED_MAX });
  const own = intents.flatMap(({ id, threshold }) =>
    threshold === undefined ? [] : [[id, threshold] as const],
  );
  return { kind: "intents", core, thresholds: Object.fromEntries(own) };
}
