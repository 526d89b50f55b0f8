import type { LearnedPart } from "../../flows/preview/learned-part.ts";
import type { LearningReport } from "../../flows/preview/learning-report.ts";
import { toFaqSources, toIntentExamples } from "../runtime/compile-models.ts";
import { ENTRIES_SEPARATED_MAX, toFaqClasses } from "../understanding/compile-faq.ts";
import { INTENTS_SEPARATED_MAX, toIntentClasses } from "../understanding/compile-intents.ts";
import { examineClasses } from "../understanding/examine-classes.ts";

/** How well the sentences of a part of a draft can be told apart. Takes seconds: to be called in a thread. */
export function examinePart(part: LearnedPart): LearningReport {
  if (part.type === "intents") {
    const classes = toIntentClasses(toIntentExamples(part.intents));
    return examineClasses({ classes, synonyms: [], separatedClassesMax: INTENTS_SEPARATED_MAX });
  }
  const { entries, synonyms = [] } = toFaqSources({ faqSets: part.sets }, Object.keys(part.sets).sort());
  const classes = toFaqClasses(entries);
  return examineClasses({ classes, synonyms, separatedClassesMax: ENTRIES_SEPARATED_MAX });
}
