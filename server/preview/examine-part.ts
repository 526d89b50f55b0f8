import type { LearnedPart } from "../../flows/preview/learned-part.ts";
import type { LearningReport } from "../../flows/preview/learning-report.ts";
import { toFaqSources, toIntentExamples } from "../runtime/compile-models.ts";
import { OF_ENTRIES, toFaqClasses } from "../understanding/compile-faq.ts";
import { OF_INTENTS, toIntentClasses, toThreshold } from "../understanding/compile-intents.ts";
import type { WordGroups } from "../understanding/create-rephraser.ts";
import { examineClasses } from "../understanding/examine-classes.ts";
import { THRESHOLDS as FAQ_THRESHOLDS } from "../understanding/match-faq.ts";
import { THRESHOLDS as INTENT_THRESHOLDS } from "../understanding/match-intent.ts";

/** What a thread is handed to examine. */
export type ExaminedPart = { readonly part: LearnedPart; readonly words: WordGroups };

/** How well the sentences of a part of a draft can be told apart. Takes seconds: to be called in a thread. */
export function examinePart({ part, words }: ExaminedPart): LearningReport {
  if (part.type === "intents") {
    return examineClasses({
      classes: toIntentClasses(toIntentExamples(part.intents)),
      ...{ synonyms: [], words, manner: OF_INTENTS, thresholds: INTENT_THRESHOLDS },
      toSureMin: toThreshold,
      isThresholdAll: false,
    });
  }
  const { entries, synonyms = [] } = toFaqSources({ faqSets: part.sets }, Object.keys(part.sets).sort());
  return examineClasses({
    classes: toFaqClasses(entries),
    ...{ synonyms, words, manner: OF_ENTRIES, thresholds: FAQ_THRESHOLDS },
    toSureMin: () => FAQ_THRESHOLDS.sureMin,
    // As the `faq` node takes its `sureFrom`.
    isThresholdAll: true,
  });
}
